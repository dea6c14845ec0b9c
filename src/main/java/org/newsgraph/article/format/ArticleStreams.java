package org.newsgraph.article.format;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators.AbstractSpliterator;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.newsgraph.article.Article;
import org.newsgraph.article.ArticleId;
import org.newsgraph.article.Metadata;
import org.newsgraph.article.NoTextException;
import org.newsgraph.article.Problems;
import org.newsgraph.article.Source;
import org.newsgraph.article.SourceLocation;
import org.newsgraph.article.Text;
import org.newsgraph.article.UnreadableArticleException;
import org.newsgraph.io.IoErrors;

/** What the readers of all formats have in common. */
public final class ArticleStreams {
  private ArticleStreams() {}

  /** Reads one article. */
  interface Step {
    Article read() throws IOException, UnreadableArticleException;
  }

  /** Reads what may be an article. */
  interface Look {
    Optional<Article> read() throws IOException, UnreadableArticleException;
  }

  /** One article, or its failure told. */
  static Optional<Article> one(Source source, Problems problems, Step step) {
    return one(source.place(), problems, step);
  }

  static Optional<Article> one(SourceLocation place, Problems problems, Step step) {
    return any(place, problems, () -> Optional.of(step.read()));
  }

  /** One article where there is one. */
  static Optional<Article> any(SourceLocation place, Problems problems, Look look) {
    try {
      return look.read();
    } catch (NoTextException e) {
      problems.warning(place, e.getMessage());
    } catch (UnreadableArticleException e) {
      problems.error(place, e.getMessage());
    } catch (IOException e) {
      problems.error(place, IoErrors.describeRead(e));
    } catch (StackOverflowError e) {
      problems.error(place, "nested too deeply", e);
    } catch (RuntimeException e) {
      // A library stumbled over it.
      problems.error(place, unexpected(e), e);
    }
    return Optional.empty();
  }

  /** Gives one thing after the other, and null after the last. */
  interface Next<T> {
    T next() throws IOException, UnreadableArticleException;
  }

  /**
   * What a source gives, as it is asked for. What breaks it off is told, and ends it; closing the
   * stream closes the source.
   */
  static <T> Stream<T> stream(
      Next<T> next, Closeable source, SourceLocation place, Problems problems) {
    var all =
        new AbstractSpliterator<T>(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL) {
          private boolean over;

          @Override
          public boolean tryAdvance(Consumer<? super T> action) {
            T one = over ? null : advance();
            over = one == null;
            if (one != null) {
              action.accept(one);
            }
            return one != null;
          }

          private T advance() {
            try {
              return next.next();
            } catch (UnreadableArticleException e) {
              problems.error(place, e.getMessage());
            } catch (IOException e) {
              problems.error(place, IoErrors.describeRead(e));
            } catch (StackOverflowError e) {
              problems.error(place, "nested too deeply", e);
            } catch (RuntimeException e) {
              problems.error(place, unexpected(e), e);
            }
            return null;
          }
        };
    return StreamSupport.stream(all, false).onClose(() -> close(source));
  }

  /**
   * What each of them gives, one after the other, and as it is asked for: a stream's own {@code
   * flatMap} takes in all that one of them gives when it is asked for a single thing, as {@code
   * limit} does and {@code concat}.
   */
  public static <S, T> Stream<T> flat(Stream<S> all, Function<S, Stream<T>> of) {
    Flat<S, T> flat = new Flat<>(all.spliterator(), of);
    return StreamSupport.stream(flat, false).onClose(flat::close).onClose(all::close);
  }

  private static final class Flat<S, T> extends AbstractSpliterator<T> {
    private final Spliterator<S> all;
    private final Function<S, Stream<T>> of;
    private Stream<T> open = Stream.empty();
    private Spliterator<T> current = open.spliterator();

    Flat(Spliterator<S> all, Function<S, Stream<T>> of) {
      super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
      this.all = all;
      this.of = of;
    }

    @Override
    public boolean tryAdvance(Consumer<? super T> action) {
      while (!current.tryAdvance(action)) {
        if (!all.tryAdvance(this::begin)) {
          close();
          return false;
        }
      }
      return true;
    }

    private void begin(S next) {
      close();
      open = of.apply(next);
      current = open.spliterator();
    }

    void close() {
      open.close();
    }
  }

  static void close(Closeable source) {
    try {
      source.close();
    } catch (IOException e) {
      // It was only read from.
    }
  }

  private static String unexpected(RuntimeException e) {
    return "cannot be read (" + e.getClass().getSimpleName() + ": see it with -v)";
  }

  /** All bytes of a stream that has no more of them than this. */
  static byte[] bytes(InputStream in, int most) throws IOException, UnreadableArticleException {
    byte[] bytes = in.readNBytes(most);
    if (bytes.length == most && in.read() >= 0) {
      throw new UnreadableArticleException(
          "larger than " + (most >> 20) + " MiB, which no article is");
    }
    return bytes;
  }

  /** An article, where its text can be one. */
  static Article of(
      Optional<String> id, String text, Metadata metadata, SourceLocation place, int maxLength)
      throws UnreadableArticleException {
    Text found = new Text(text);
    if (found.isBlank()) {
      throw new UnreadableArticleException("nothing in it: an article needs text");
    }
    if (found.length() > maxLength) {
      throw UnreadableArticleException.tooLong(maxLength);
    }
    return new Article(ArticleId.of(id, metadata.url(), text), found, metadata, place);
  }
}
