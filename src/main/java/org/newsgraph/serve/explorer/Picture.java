package org.newsgraph.serve.explorer;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.newsgraph.serve.page.Html;

/** A picture that Wikidata names: shown from Wikimedia Commons, which keeps it. */
public final class Picture {
  /** Where browsers get pictures from: the first one sends on to the second one. */
  public static final List<String> HOSTS =
      List.of("https://commons.wikimedia.org", "https://upload.wikimedia.org");

  private static final Pattern FILE =
      Pattern.compile("https?://commons\\.wikimedia\\.org/wiki/Special:FilePath/([^?#/]+)");

  /** One of the widths that Commons keeps at hand, in pixels. */
  private static final int WIDTH = 330;

  private Picture() {}

  /**
   * The picture, with a link to who made it and under which licence it is.
   *
   * @param iri as Wikidata names it
   * @param of who or what is seen
   * @return nothing where it is no picture of Commons
   */
  static Optional<Html> html(String iri, String of) {
    Matcher file = FILE.matcher(iri);
    return file.matches()
        ? Optional.of(
            Html.of(
                """
                <figure class="portrait"><img src="{}/wiki/Special:FilePath/{}?width={}" alt="Picture of {}"
                 loading="lazy" referrerpolicy="no-referrer"><figcaption class="quiet small"><a
                 href="{}/wiki/File:{}">Wikimedia Commons: author and licence</a></figcaption></figure>
                """,
                HOSTS.get(0),
                Html.ascii(file.group(1)),
                WIDTH,
                of,
                HOSTS.get(0),
                Html.ascii(file.group(1))))
        : Optional.empty();
  }
}
