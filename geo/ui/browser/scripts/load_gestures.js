/* Loads gestures.js, a file that the browser caches. Every run of the page sends this text, so it is short. */
export default ({ data }) => {
  import(new URL("assets/page/gestures.js", document.baseURI)).then((own) => own.listen(data));
};
