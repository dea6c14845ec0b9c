package org.newsgraph.article.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.newsgraph.article.MetadataBuilder;
import org.newsgraph.article.WordLists;
import org.newsgraph.article.layout.PostTime;

/**
 * Finds the posts of a live blog in the markup of a page: as microdata, or as a series of elements
 * that are built alike and each have a time.
 */
final class LiveBlogMarkup {
  /** Minimum number of elements that are taken for a series of posts. */
  private static final int MIN_SERIES = 3;

  /** Minimum share of a page's text in a series of posts. */
  private static final double MIN_SHARE = 0.3;

  private static final String MICRODATA = "[itemprop~=(?i)^(?:liveBlogUpdate)$]";
  private static final String TIMES = "time, [itemprop=datePublished], [data-timestamp]";

  /** Elements that may show the time of day of a post, as text only. */
  private static final String TIMES_OF_DAY =
      "[class~=(?i)(?:^|[-_ ])(?:time|timestamp|clock|hour|uhrzeit|heure|hora)(?:$|[-_ ])]";

  /** Parts of a post that are not its text. */
  private static final String NOT_TEXT =
      "time, nav, button, form, script, style, figcaption, [itemprop=headline], [itemprop=author],"
          + " [itemprop=datePublished], [rel=author],"
          + " [class~=(?i)(?:^|[-_ ])(?:share|sharing|social|byline|author|timestamp|time|date|meta|info"
          + "|caption|credit|related|promo|newsletter)(?:$|[-_ ])]";

  private static final String AUTHORS =
      "[itemprop=author] [itemprop=name], [itemprop=author], [rel=author],"
          + " [class~=(?i)(?:^|[-_ ])(?:byline|author)(?:[-_ ]name)?(?:$| )]";

  /** Names of classes and ids of live blogs. */
  private static final Pattern NAME =
      Pattern.compile(
          "(?i)live[-_]?(?:blog|event|update|post|feed|ticker|stream|coverage|entr)|ticker|minute[-_]by");

  private static final Pattern COMMENTS = Pattern.compile("(?i)comment|disqus|replies");

  /** "LIVE: …", "… – live", which is a common word otherwise. */
  private static final Pattern LIVE = Pattern.compile("\\bLIVE\\b|(?i:\\blive ?:|[–—:|-] live\\b)");

  private static final Set<String> TITLE_WORDS =
      WordLists.entries(LiveBlogMarkup.class, "live-blog-titles.txt");

  private LiveBlogMarkup() {}

  /**
   * Returns the elements of the posts, in the order of the page.
   *
   * @param ids identifiers of the posts that the page states elsewhere
   */
  static List<Element> elements(Document page, Set<String> ids) {
    for (String id : ids) {
      Element post = page.getElementById(id);
      if (post != null && post.parent() != null && !post.text().isBlank()) {
        return series(post.parent(), signature(post));
      }
    }
    List<Element> marked = page.select(MICRODATA);
    if (marked.size() > 1) {
      return marked;
    }
    boolean isLive = isLiveTitle(page.title());
    List<Element> best = List.of();
    int bestLength = (int) (MIN_SHARE * page.text().length());
    for (Element parent : parentsOfSeries(page)) {
      for (String signature :
          parent.children().stream().map(it -> signature(it)).distinct().toList()) {
        List<Element> series = series(parent, signature);
        int length = series.stream().mapToInt(it -> it.text().length()).sum();
        if (series.size() >= MIN_SERIES
            && length > bestLength
            && (isLive || isNamedLive(series.get(0)))) {
          best = series;
          bestLength = length;
        }
      }
    }
    return best;
  }

  /** Returns the elements whose children may be a series of posts. */
  private static List<Element> parentsOfSeries(Document page) {
    Map<Element, Integer> counts = new LinkedHashMap<>();
    for (Element time : timeElements(page).toList()) {
      Element child = time;
      // A post contains its time, not far below it.
      for (int depth = 0; depth < 6 && child.parent() != null; depth++) {
        Element parent = child.parent();
        counts.merge(parent, 1, Integer::sum);
        child = parent;
      }
    }
    return counts.entrySet().stream()
        .filter(it -> it.getValue() >= MIN_SERIES)
        .map(Map.Entry::getKey)
        .filter(it -> it.closest("nav, aside, footer") == null)
        .filter(
            it -> Stream.concat(Stream.of(it), it.parents().stream()).noneMatch(e -> isComments(e)))
        .toList();
  }

  private static boolean isComments(Element element) {
    return COMMENTS.matcher(element.className() + " " + element.id()).find();
  }

  private static boolean isNamedLive(Element post) {
    return Stream.concat(Stream.of(post), post.parents().stream().limit(3))
        .anyMatch(it -> NAME.matcher(it.className() + " " + it.id()).find());
  }

  private static boolean isLiveTitle(String title) {
    if (LIVE.matcher(title).find()) {
      return true;
    }
    String lowerCase = " " + title.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]+", " ") + " ";
    return TITLE_WORDS.stream().anyMatch(it -> lowerCase.contains(" " + it + " "));
  }

  /** Returns the children of an element that are built alike and have a time. */
  private static List<Element> series(Element parent, String signature) {
    return parent.children().stream()
        .filter(it -> signature(it).equals(signature))
        .filter(
            it ->
                timeElements(it).findAny().isPresent()
                    && it.selectFirst("p, li, blockquote") != null)
        .toList();
  }

  /** Returns the elements that state a time, or show a time of day. */
  private static Stream<Element> timeElements(Element root) {
    return Stream.concat(
        root.select(TIMES).stream(),
        root.select(TIMES_OF_DAY).stream().filter(it -> PostTime.isPostTime(it.text())));
  }

  /** Returns the tag and first class of an element. */
  private static String signature(Element element) {
    return element.classNames().stream()
        .findFirst()
        .map(it -> element.normalName() + "." + it)
        .orElse(element.normalName());
  }

  /** Returns the post of an element. */
  static LiveBlogPost post(Element element) {
    Optional<Element> headline =
        Optional.ofNullable(element.selectFirst("[itemprop=headline], h1, h2, h3, h4"));
    MetadataBuilder metadata = new MetadataBuilder();
    headline.map(Element::text).ifPresent(metadata::title);
    metadata.authors(element.select(AUTHORS).stream().limit(1).map(Element::text).toList());
    times(element).forEach(metadata::published);
    Element copy = element.clone();
    headline
        .map(it -> copy.selectFirst("[itemprop=headline], h1, h2, h3, h4"))
        .ifPresent(Element::remove);
    copy.children().select(NOT_TEXT).remove();
    List<String> paragraphs = new ArrayList<>(HtmlText.paragraphsWithIndentation(copy));
    paragraphs.removeIf(it -> PostTime.isPostTime(it.strip()));
    return new LiveBlogPost(id(element), metadata.build(), paragraphs);
  }

  private static Optional<String> id(Element element) {
    return Stream.concat(
            Stream.of(element.id()), element.select("> a[id]").stream().map(Element::id))
        .filter(it -> !it.isBlank())
        .findFirst();
  }

  /** Returns the times that an element states, in any format. */
  private static Stream<String> times(Element element) {
    return element.select(TIMES).stream()
        .flatMap(
            it ->
                Stream.of("datetime", "content", "data-timestamp", "data-time")
                    .map(it::attr)
                    .filter(value -> !value.isBlank()));
  }

  /** Returns the time of day that an element shows, for posts without a date. */
  static Optional<String> timeOfDay(Element element) {
    return element.select("time, " + TIMES_OF_DAY).stream()
        .map(Element::text)
        .filter(PostTime::isPostTime)
        .findFirst();
  }
}
