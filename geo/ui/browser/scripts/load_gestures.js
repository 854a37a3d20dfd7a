/* Calls the script of the page, which is a file that the browser keeps: this text goes with every run of the page. */
export default ({ data }) => {
  import(new URL("assets/page/gestures.js", document.baseURI)).then((own) => own.listen(data));
};
