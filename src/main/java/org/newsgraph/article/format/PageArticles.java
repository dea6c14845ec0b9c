package org.newsgraph.article.format;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.newsgraph.article.Article;
import org.newsgraph.article.ArticleId;
import org.newsgraph.article.Layout;
import org.newsgraph.article.Metadata;
import org.newsgraph.article.Problems;
import org.newsgraph.article.SourceLocation;
import org.newsgraph.article.UnreadableArticleException;
import org.newsgraph.article.layout.PostTime;

/**
 * The articles of a web page: usually one; one per letter of a letters page; the introduction of a
 * live blog and one article per post, because each post has its own time, and a later version of
 * the page repeats it unchanged.
 *
 * @param maxLength maximum length of an article's text, in code points
 */
record PageArticles(int maxLength) {
  /** Minimum length of a live blog's introduction, in letters. */
  private static final int MIN_INTRODUCTION = 80;

  private static final Pattern FINISHED =
      Pattern.compile(".*[.!?…][\\s\"'”’»)\\]]*", Pattern.DOTALL);

  /** Minimum length of a paragraph by which a post is recognised, in letters. */
  private static final int MIN_LETTERS = 20;

  /**
   * Returns the articles of a page.
   *
   * @param address web address that the page was fetched from, if known
   * @param problems receives the posts of a live blog that have no text
   */
  List<Article> of(Document page, Optional<String> address, SourceLocation place, Problems problems)
      throws UnreadableArticleException {
    Metadata metadata = PageMetadata.of(page, address);
    List<LiveBlogPost> posts = LiveBlog.posts(page, metadata);
    return posts.isEmpty()
        ? letters(new HtmlReader(maxLength).page(page, address, place, problems))
        : liveBlog(page, address, metadata, posts, place, problems);
  }

  private static List<Article> letters(Article page) {
    List<Article> letters =
        new LetterArticles(Optional.of(page.id()), page.metadata(), page.location())
            .of(page.text(), Layout.of(page.text(), page.metadata().title()));
    return letters.isEmpty() ? List.of(page) : letters;
  }

  private List<Article> liveBlog(
      Document document,
      Optional<String> address,
      Metadata metadata,
      List<LiveBlogPost> posts,
      SourceLocation place,
      Problems problems)
      throws UnreadableArticleException {
    List<Article> articles = new ArrayList<>(introduction(document, address, posts, place));
    String pageId =
        ArticleId.of(
            Optional.empty(), metadata.url(), metadata.title().orElse(posts.get(0).letters()));
    Set<String> ids = new HashSet<>();
    for (LiveBlogPost post : posts) {
      if (post.paragraphs().isEmpty()) {
        problems.skipped(
            place, "a post without text (" + post.metadata().title().orElse("untitled") + ")");
        continue;
      }
      String own = post.id().or(() -> post.metadata().published()).orElse("post");
      String id = own;
      for (int copy = 2; !ids.add(id); copy++) {
        id = own + "-" + copy;
      }
      String postId = pageId + "/" + id;
      // A post that is too long does not concern the others.
      ArticleStreams.readOne(
              place,
              problems,
              () ->
                  ArticleStreams.createArticle(
                      Optional.of(postId),
                      String.join(HtmlText.PARAGRAPH, post.paragraphs()),
                      post.metadata(),
                      place,
                      maxLength))
          .ifPresent(articles::add);
    }
    return articles;
  }

  /** Returns the article above the first post, if there is one. */
  private List<Article> introduction(
      Document document, Optional<String> address, List<LiveBlogPost> posts, SourceLocation place)
      throws UnreadableArticleException {
    Article page;
    try {
      // The page with all its posts may be longer than an article.
      page = new HtmlReader(Integer.MAX_VALUE).page(document, address, place);
    } catch (UnreadableArticleException e) {
      // The page consists of posts.
      return List.of();
    }
    String postLetters =
        posts.stream().map(LiveBlogPost::letters).collect(Collectors.joining("\n"));
    Set<String> headlines =
        posts.stream()
            .flatMap(it -> it.metadata().title().stream())
            .map(LiveBlogPost::letters)
            .collect(Collectors.toSet());
    List<String> paragraphs = new ArrayList<>();
    for (String paragraph : page.text().toString().split(HtmlText.PARAGRAPH, -1)) {
      String letters = LiveBlogPost.letters(paragraph);
      if (letters.length() >= MIN_LETTERS && postLetters.contains(letters)) {
        removeLabels(paragraphs);
        break;
      }
      if (!headlines.contains(letters) && !PostTime.isPostTime(paragraph.strip())) {
        paragraphs.add(paragraph);
      }
    }
    String text = String.join(HtmlText.PARAGRAPH, paragraphs);
    return LiveBlogPost.letters(text).length() < MIN_INTRODUCTION
        ? List.of()
        : List.of(
            ArticleStreams.createArticle(
                Optional.of(page.id()), text, page.metadata(), place, maxLength));
  }

  /** Removes the lines above the first post that are no sentences: its time and author. */
  private static void removeLabels(List<String> introduction) {
    while (!introduction.isEmpty()
        && !FINISHED.matcher(introduction.get(introduction.size() - 1)).matches()) {
      introduction.remove(introduction.size() - 1);
    }
  }
}
