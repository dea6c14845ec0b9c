package org.newsgraph.serve.explorer;

import org.newsgraph.serve.http.HttpError;
import org.newsgraph.serve.http.Reply;
import org.newsgraph.serve.http.Request;
import org.newsgraph.serve.http.RouteHandler;

/** Takes an article out, as its page's form says. */
public final class DeleteArticleHandler implements RouteHandler {
  private final Explorer explorer;

  public DeleteArticleHandler(Explorer explorer) {
    this.explorer = explorer;
  }

  @Override
  public Reply answer(Request request) {
    String article =
        request.parameter("article").orElseThrow(() -> HttpError.bad("which article?"));
    if (!explorer.store().delete(article)) {
      throw HttpError.notFound("an article \"" + article + "\"");
    }
    return Reply.seeOther("/");
  }
}
