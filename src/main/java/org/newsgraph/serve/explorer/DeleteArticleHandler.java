package org.newsgraph.serve.explorer;

import org.newsgraph.serve.http.HttpError;
import org.newsgraph.serve.http.Reply;
import org.newsgraph.serve.http.Request;
import org.newsgraph.serve.http.RouteHandler;

/** Deletes an article on behalf of an editor, from the form on the article's page. */
public final class DeleteArticleHandler implements RouteHandler {
  private final Explorer explorer;

  public DeleteArticleHandler(Explorer explorer) {
    this.explorer = explorer;
  }

  @Override
  public Reply handle(Request request) {
    String article =
        request.parameter("article").orElseThrow(() -> HttpError.badRequest("article is missing"));
    if (!explorer.store().delete(article)) {
      throw HttpError.notFound("article \"" + article + "\"");
    }
    return Reply.seeOther("/");
  }
}
