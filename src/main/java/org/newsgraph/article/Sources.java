package org.newsgraph.article;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.newsgraph.article.decode.LanguageDetector;
import org.newsgraph.article.format.ArticleStreams;
import org.newsgraph.article.format.FormatDetectingReader;
import org.newsgraph.io.IoErrors;

/**
 * Finds the sources that a user names: files, folders with all their files, glob patterns ({@code
 * "news/**.txt"}), and {@code -} for standard input. Sources are in the order of the arguments and,
 * inside a folder, sorted by name, so that the same command always reads in the same order.
 */
public final class Sources {
  private final InputStream standardInput;
  private final Problems problems;

  public Sources(InputStream standardInput, Problems problems) {
    this.standardInput = standardInput;
    this.problems = problems;
  }

  /**
   * Returns the articles of all sources, one source after the other. An article with the same id as
   * an earlier one is reported and skipped.
   */
  public Stream<Article> read(List<String> arguments, ArticleReader reader) {
    Set<String> ids = new HashSet<>();
    return readAll(arguments, reader)
        .filter(
            article -> {
              boolean first = ids.add(article.id());
              if (!first) {
                problems.error(
                    article.location(),
                    "id "
                        + article.id()
                        + " is already used by an earlier article; rename one of them");
              }
              return first;
            });
  }

  /** Returns the articles of all sources, including those with the same id as an earlier one. */
  public Stream<Article> readAll(List<String> arguments, ArticleReader reader) {
    return ArticleStreams.flatMapLazily(find(arguments), source -> reader.read(source, problems))
        .map(LanguageDetector::withDetectedLanguage);
  }

  /** Returns the sources, each once. An argument that matches no source is reported. */
  public Stream<Source> find(List<String> arguments) {
    Set<Path> seen = new HashSet<>();
    return arguments.stream()
        .flatMap(
            argument ->
                argument.equals("-")
                    ? Stream.of(Source.standardInput(standardInput))
                    : files(argument).filter(file -> seen.add(absolute(file))));
  }

  private static Path absolute(Source file) {
    return Path.of(file.name()).toAbsolutePath().normalize();
  }

  private Stream<Source> files(String argument) {
    try {
      Path path = Path.of(argument);
      if (Files.isDirectory(path)) {
        return folder(path);
      }
      return Files.exists(path) || !isPattern(argument)
          ? Stream.of(Source.of(path))
          : pattern(argument);
    } catch (InvalidPathException e) {
      return isPattern(argument)
          ? pattern(argument)
          : reportMissing(argument, "no such file or folder");
    }
  }

  private Stream<Source> folder(Path folder) {
    boolean[] any = {false};
    Stream<Source> found =
        walk(folder, new HashSet<>())
            .map(Source::of)
            .peek(source -> any[0] = true)
            .filter(this::mayContainArticles);
    return Stream.concat(
        found,
        Stream.of(folder)
            .flatMap(
                it ->
                    any[0]
                        ? Stream.empty()
                        : reportMissing(it.toString(), "this folder is empty")));
  }

  private boolean mayContainArticles(Source source) {
    boolean readable = FormatDetectingReader.mayContainArticles(source);
    if (!readable) {
      problems.skipped(source.location(), FormatDetectingReader.UNSUPPORTED);
    }
    return readable;
  }

  private Stream<Source> pattern(String argument) {
    String portable = argument.replace('\\', '/');
    int wildcard = firstWildcard(portable);
    int cut = portable.lastIndexOf('/', wildcard);
    Path start = Path.of(cut < 0 ? "" : portable.substring(0, cut + 1));
    PathMatcher matcher;
    try {
      matcher = FileSystems.getDefault().getPathMatcher("glob:" + portable.substring(cut + 1));
    } catch (IllegalArgumentException e) {
      return reportMissing(
          argument, "not a valid pattern (" + e.getMessage().lines().findFirst().orElse("") + ")");
    }
    boolean[] any = {false};
    Stream<Source> found =
        (Files.isDirectory(start) || cut < 0 ? walk(start, new HashSet<>()) : Stream.<Path>empty())
            .filter(path -> matcher.matches(start.relativize(path)))
            .map(Source::of)
            .peek(source -> any[0] = true);
    return Stream.concat(
        found,
        Stream.of(argument)
            .flatMap(
                it -> any[0] ? Stream.empty() : reportMissing(it, "no file matches this pattern")));
  }

  /**
   * Returns all files below a folder except hidden ones. A symbolic link to a folder above it is
   * not followed.
   */
  private Stream<Path> walk(Path folder, Set<Path> ancestors) {
    try {
      Set<Path> branch = new HashSet<>(ancestors);
      if (!branch.add(folder.toRealPath())) {
        return Stream.empty();
      }
      List<Path> entries;
      try (Stream<Path> list = Files.list(folder)) {
        entries =
            list.filter(path -> !path.getFileName().toString().startsWith(".")).sorted().toList();
      }
      return entries.stream()
          .flatMap(path -> Files.isDirectory(path) ? walk(path, branch) : Stream.of(path));
    } catch (IOException e) {
      problems.error(new SourceLocation(folder.toString(), 0), IoErrors.describeRead(e));
    } catch (UncheckedIOException e) {
      problems.error(new SourceLocation(folder.toString(), 0), IoErrors.describeRead(e.getCause()));
    }
    return Stream.empty();
  }

  private Stream<Source> reportMissing(String argument, String reason) {
    problems.error(new SourceLocation(argument, 0), reason);
    return Stream.empty();
  }

  private static boolean isPattern(String argument) {
    return firstWildcard(argument) < argument.length();
  }

  private static int firstWildcard(String argument) {
    for (int i = 0; i < argument.length(); i++) {
      if ("*?[{".indexOf(argument.charAt(i)) >= 0) {
        return i;
      }
    }
    return argument.length();
  }
}
