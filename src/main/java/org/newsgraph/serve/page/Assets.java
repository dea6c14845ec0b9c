package org.newsgraph.serve.page;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.regex.Pattern;
import org.newsgraph.serve.http.HttpError;
import org.newsgraph.serve.http.Reply;
import org.newsgraph.serve.http.Request;
import org.newsgraph.serve.http.RouteHandler;

/** Serves the style sheets, JavaScript modules and images in the resource folder {@code assets}. */
public final class Assets implements RouteHandler {
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]*(\\.[a-z0-9-]+)*");

  private static final Map<String, String> TYPES =
      Map.of(
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "json", "application/json; charset=utf-8",
          "svg", "image/svg+xml",
          "txt", "text/plain; charset=utf-8");

  @Override
  public Reply handle(Request request) throws IOException {
    String name = request.pathTail();
    String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
    if (type == null || !NAME.matcher(name).matches()) {
      throw HttpError.notFound(request.path());
    }
    try (InputStream in = Assets.class.getResourceAsStream("assets/" + name)) {
      if (in == null) {
        throw HttpError.notFound(request.path());
      }
      return new Reply(200, type, in.readAllBytes(), Map.of("Cache-Control", "no-cache")).tagged();
    }
  }
}
