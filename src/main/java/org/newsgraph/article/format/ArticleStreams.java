package org.newsgraph.article.format;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators.AbstractSpliterator;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
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

/** Streams of articles, with the error handling that the readers of all formats share. */
public final class ArticleStreams {
  private ArticleStreams() {}

  /** Reads one article. */
  interface Step {
    Article read() throws IOException, UnreadableArticleException;
  }

  /** Reads data that may not contain an article. */
  interface OptionalStep {
    Optional<Article> read() throws IOException, UnreadableArticleException;
  }

  /** Reads data that may contain several articles. */
  interface ListStep {
    List<Article> read() throws IOException, UnreadableArticleException;
  }

  /** Reads one article. Reports a failure and returns empty. */
  static Optional<Article> readOne(Source source, Problems problems, Step step) {
    return readOne(source.location(), problems, step);
  }

  /** Reads one article at a location. Reports a failure and returns empty. */
  static Optional<Article> readOne(SourceLocation place, Problems problems, Step step) {
    return readIfPresent(place, problems, () -> Optional.of(step.read()));
  }

  /** Reads one article if there is one. Reports a failure and returns empty. */
  static Optional<Article> readIfPresent(
      SourceLocation place, Problems problems, OptionalStep look) {
    return readAll(place, problems, () -> look.read().stream().toList()).stream().findFirst();
  }

  /** Reads the articles at a location. Reports a failure and returns none. */
  static List<Article> readAll(SourceLocation place, Problems problems, ListStep step) {
    try {
      return step.read();
    } catch (NoTextException e) {
      problems.skipped(place, e.getMessage());
    } catch (UnreadableArticleException e) {
      problems.error(place, e.getMessage());
    } catch (IOException e) {
      problems.error(place, IoErrors.describeRead(e));
    } catch (StackOverflowError e) {
      problems.error(place, "nested too deeply", e);
    } catch (RuntimeException e) {
      // A library failed on the input.
      problems.error(place, unexpected(e), e);
    }
    return List.of();
  }

  /** Returns the next element, or null after the last one. */
  interface Next<T> {
    T next() throws IOException, UnreadableArticleException;
  }

  /**
   * Returns the elements of a source as a lazy stream. A failure is reported and ends the stream.
   * Closing the stream closes the source.
   */
  static <T> Stream<T> stream(
      Next<T> next, Closeable source, SourceLocation place, Problems problems) {
    var all =
        new AbstractSpliterator<T>(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL) {
          private boolean finished;

          @Override
          public boolean tryAdvance(Consumer<? super T> action) {
            T element = finished ? null : advance();
            finished = element == null;
            if (element != null) {
              action.accept(element);
            }
            return element != null;
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
   * Returns a lazy stream of elements that a library may fail to read. A failure is reported and
   * ends the stream; a failure of the receiver of an element is not caught.
   */
  static <T> Stream<T> reportingFailures(
      Supplier<Stream<T>> reader, SourceLocation place, Problems problems) {
    Stream<T> elements;
    try {
      elements = reader.get();
    } catch (StackOverflowError e) {
      problems.error(place, "nested too deeply", e);
      return Stream.empty();
    } catch (RuntimeException e) {
      problems.error(place, unexpected(e), e);
      return Stream.empty();
    }
    Iterator<T> all = elements.iterator();
    return stream(() -> all.hasNext() ? all.next() : null, elements::close, place, problems);
  }

  /**
   * Concatenates streams lazily, element by element. The standard {@code flatMap} reads an entire
   * inner stream when a caller such as {@code limit} or {@code concat} requests a single element.
   */
  public static <S, T> Stream<T> flatMapLazily(Stream<S> all, Function<S, Stream<T>> of) {
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
        if (!all.tryAdvance(this::advanceTo)) {
          close();
          return false;
        }
      }
      return true;
    }

    private void advanceTo(S next) {
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
      // Failures to close can be ignored, because the source was only read.
    }
  }

  private static String unexpected(RuntimeException e) {
    return "cannot be read (" + e.getClass().getSimpleName() + "; run with -v for details)";
  }

  /** Returns all bytes of a stream, which must not have more than {@code maxBytes}. */
  static byte[] readBytes(InputStream in, int maxBytes)
      throws IOException, UnreadableArticleException {
    byte[] bytes = in.readNBytes(maxBytes);
    if (bytes.length == maxBytes && in.read() >= 0) {
      throw new UnreadableArticleException(
          "larger than " + (maxBytes >> 20) + " MiB, the maximum for this format");
    }
    return bytes;
  }

  /** Creates an article after checking that its text is neither blank nor too long. */
  static Article createArticle(
      Optional<String> id, String text, Metadata metadata, SourceLocation place, int maxLength)
      throws UnreadableArticleException {
    Text found = new Text(text);
    if (found.isBlank()) {
      throw new UnreadableArticleException("empty: an article needs text");
    }
    if (found.length() > maxLength) {
      throw UnreadableArticleException.tooLong(maxLength);
    }
    return new Article(ArticleId.of(id, metadata.url(), text), found, metadata, place);
  }
}
