package org.newsgraph.article.format;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.newsgraph.article.Metadata;
import org.newsgraph.article.MetadataBuilder;
import org.newsgraph.article.layout.PostTime;
import org.newsgraph.io.IsoDay;

/** A page that reports an event in posts, each with its own time. */
final class LiveBlog {
  private static final int MIN_POSTS = 2;

  /** Share of a stated text that an element must contain to be the same post in full. */
  private static final int COMPARED_LETTERS = 60;

  private LiveBlog() {}

  /**
   * Returns the posts of a live blog: those that the page states in JSON-LD and those in its
   * markup, which has the better text, with paragraphs and embedded posts. Returns an empty list if
   * the page is not a live blog.
   *
   * @param metadata metadata of the page, which completes that of each post
   */
  static List<LiveBlogPost> posts(Document page, Metadata metadata) {
    List<LiveBlogPost> stated = LiveBlogData.posts(page);
    Set<String> ids = new LinkedHashSet<>();
    stated.forEach(it -> it.id().ifPresent(ids::add));
    List<LiveBlogPost> shown = shown(LiveBlogMarkup.elements(page, ids), metadata);
    List<LiveBlogPost> posts = merge(stated, shown);
    return posts.size() < MIN_POSTS
        ? List.of()
        : posts.stream().map(it -> it.withFallback(shared(metadata))).toList();
  }

  private static List<LiveBlogPost> merge(List<LiveBlogPost> stated, List<LiveBlogPost> shown) {
    Map<String, LiveBlogPost> open = new LinkedHashMap<>();
    List<LiveBlogPost> unnamed = new ArrayList<>();
    for (LiveBlogPost post : stated) {
      if (post.id().isPresent()) {
        open.putIfAbsent(post.id().get(), post);
      } else {
        unnamed.add(post);
      }
    }
    List<LiveBlogPost> posts = new ArrayList<>();
    StringBuilder shownText = new StringBuilder();
    for (LiveBlogPost post : shown) {
      Optional<LiveBlogPost> same = post.id().map(open::remove);
      posts.add(same.map(it -> merge(it, post)).orElse(post));
      shownText.append(post.letters()).append('\n');
    }
    unnamed.addAll(open.values());
    String all = shownText.toString();
    unnamed.stream()
        .filter(it -> it.paragraphs().isEmpty() || !isContained(it, all))
        .forEach(posts::add);
    return posts;
  }

  private static LiveBlogPost merge(LiveBlogPost stated, LiveBlogPost shown) {
    boolean complete = isContained(stated, shown.letters());
    LiveBlogPost merged = stated.withFallback(shown.metadata());
    return complete ? merged.withParagraphs(shown.paragraphs()) : merged;
  }

  /** Tests whether a text contains the first letters of a post; true for a post without text. */
  private static boolean isContained(LiveBlogPost post, String letters) {
    String start = post.letters();
    return letters.contains(start.substring(0, Math.min(start.length(), COMPARED_LETTERS)));
  }

  /** Returns the posts of elements. Times of day are completed with dates. */
  private static List<LiveBlogPost> shown(List<Element> elements, Metadata page) {
    List<LiveBlogPost> posts = elements.stream().map(LiveBlogMarkup::post).toList();
    Optional<LocalDate> firstDay = page.published().flatMap(IsoDay::parse);
    if (firstDay.isEmpty()) {
      return posts;
    }
    List<LocalTime> times = new ArrayList<>();
    for (Element element : elements) {
      times.add(LiveBlogMarkup.timeOfDay(element).flatMap(PostTime::timeOfDay).orElse(null));
    }
    List<LocalDate> days = days(times, firstDay.get());
    List<LiveBlogPost> dated = new ArrayList<>();
    for (int i = 0; i < posts.size(); i++) {
      Metadata time =
          times.get(i) == null
              ? Metadata.NONE
              : new MetadataBuilder().published(days.get(i) + "T" + times.get(i)).build();
      dated.add(posts.get(i).withFallback(time));
    }
    return dated;
  }

  /**
   * Returns the day of each time. A day ends where the times start again from an earlier hour.
   *
   * @param times times of day in the order of the page; null where a post has none
   */
  private static List<LocalDate> days(List<LocalTime> times, LocalDate firstDay) {
    List<LocalTime> known = times.stream().filter(it -> it != null).toList();
    int falling = 0;
    for (int i = 1; i < known.size(); i++) {
      falling += Integer.signum(known.get(i - 1).compareTo(known.get(i)));
    }
    List<LocalTime> ascending = new ArrayList<>(times);
    // Most live blogs show the newest post first.
    if (falling >= 0) {
      Collections.reverse(ascending);
    }
    List<LocalDate> days = new ArrayList<>();
    LocalDate day = firstDay;
    LocalTime previous = LocalTime.MIN;
    for (LocalTime time : ascending) {
      if (time != null) {
        day = time.isBefore(previous) ? day.plusDays(1) : day;
        previous = time;
      }
      days.add(day);
    }
    if (falling >= 0) {
      Collections.reverse(days);
    }
    return days;
  }

  /** Returns the metadata that a post shares with its page. */
  private static Metadata shared(Metadata page) {
    return new Metadata(
        page.title(),
        page.authors(),
        page.publisher(),
        page.published(),
        page.url(),
        page.language(),
        page.section(),
        page.rights(),
        Optional.empty());
  }
}
