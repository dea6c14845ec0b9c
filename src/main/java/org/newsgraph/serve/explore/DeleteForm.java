package org.newsgraph.serve.explore;

import org.newsgraph.serve.http.Handler;
import org.newsgraph.serve.http.Refusal;
import org.newsgraph.serve.http.Reply;
import org.newsgraph.serve.http.Request;

/** Takes an article out, as its page's form says. */
public final class DeleteForm implements Handler {
  private final Explorer explorer;

  public DeleteForm(Explorer explorer) {
    this.explorer = explorer;
  }

  @Override
  public Reply answer(Request request) {
    String article = request.parameter("article").orElseThrow(() -> Refusal.bad("which article?"));
    if (!explorer.store().delete(article)) {
      throw Refusal.notFound("an article \"" + article + "\"");
    }
    return Reply.seeOther("/");
  }
}
