package org.newsgraph.extract;

import java.util.List;
import org.newsgraph.article.Layout.Paragraph;
import org.newsgraph.article.Text;
import org.newsgraph.article.layout.PostTime;

/** The posts of a live blog. Each begins at a line that consists of a time. */
final class LivePosts {
  /** Minimum number of lines with a time from which an article is a live blog. */
  private static final int MIN_POSTS = 2;

  private LivePosts() {}

  /**
   * Returns the number of the post that each paragraph belongs to; 0 for all paragraphs if the
   * article is not a live blog.
   */
  static int[] of(Text text, List<Paragraph> paragraphs) {
    int[] posts = new int[paragraphs.size()];
    int post = 0;
    for (int i = 0; i < posts.length; i++) {
      post += PostTime.isPostTime(text.substring(paragraphs.get(i).span())) ? 1 : 0;
      posts[i] = post;
    }
    return post >= MIN_POSTS ? posts : new int[posts.length];
  }
}
