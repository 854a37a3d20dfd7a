/* Sent with every element: short. */
const own = import(new URL("ADDRESS", document.baseURI));
export default (component) => { own.then((found) => found.default(component)); };
