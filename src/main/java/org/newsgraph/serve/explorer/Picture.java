package org.newsgraph.serve.explorer;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.newsgraph.serve.page.Html;

/** Renders an image that Wikidata refers to, loaded from Wikimedia Commons. */
public final class Picture {
  /** Hosts from which browsers load images: the first one redirects to the second one. */
  public static final List<String> HOSTS =
      List.of("https://commons.wikimedia.org", "https://upload.wikimedia.org");

  private static final Pattern FILE =
      Pattern.compile("https?://commons\\.wikimedia\\.org/wiki/Special:FilePath/([^?#/]+)");

  /** Width of the image, in pixels; one of the sizes that Wikimedia Commons caches. */
  private static final int WIDTH = 330;

  private Picture() {}

  /**
   * Renders the image with a link to its author and licence.
   *
   * @param iri the IRI of the image file, as Wikidata gives it
   * @param of the name of the entity in the image
   * @return empty if the IRI is not an image on Wikimedia Commons
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
                Html.percentEncode(file.group(1)),
                WIDTH,
                of,
                HOSTS.get(0),
                Html.percentEncode(file.group(1))))
        : Optional.empty();
  }
}
