package org.newsgraph.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsgraph.article.format.FormatDetectingReader;

final class SourcesTest {
  @TempDir Path folder;
  private final List<String> told = new ArrayList<>();
  private final Problems problems = new Problems(problem -> told.add(problem.toString()));

  @Test
  void a_folder_gives_its_articles_in_the_order_of_their_names() throws IOException {
    write("b.txt", "B");
    write("a/2.txt", "Two");
    write("a/1.text", "One");
    write("c", "No extension");
    write(".hidden.txt", "Hidden");
    write(".git/x.txt", "Hidden");
    write("picture.png", "no text");
    assertThat(ids(folder.toString())).containsExactly("1", "2", "b", "c");
    assertThat(told)
        .singleElement()
        .asString()
        .endsWith("picture.png: skipped: its format is not one that is read");
  }

  @Test
  void content_chooses_the_reader_before_the_name_does() throws IOException {
    write("export.txt", "\n{\"id\":\"x\",\"text\":\"X\"}\n{\"id\":\"y\",\"text\":\"Y\"}\n");
    write("curly.txt", "{ is a curly bracket");
    write("page.html", "a page");
    assertThat(ids(folder + "/export.txt", folder + "/curly.txt", folder + "/page.html"))
        .containsExactly("x", "y", "curly", "page");
  }

  @Test
  void a_pattern_finds_files_at_any_depth() throws IOException {
    write("a.txt", "A");
    write("x/b.txt", "B");
    write("x/y/c.txt", "C");
    assertThat(ids(folder + "/*.txt")).containsExactly("a");
    assertThat(ids(folder + "/x/**.txt")).containsExactly("b", "c");
  }

  @Test
  void a_file_whose_name_looks_like_a_pattern_is_that_file() throws IOException {
    write("a[1].txt", "A");
    assertThat(ids(folder + "/a[1].txt")).containsExactly("a[1]");
  }

  @Test
  void standard_input_is_read_like_a_file() {
    assertThat(ids("-")).containsExactly("from-stdin");
  }

  @Test
  void an_endless_source_gives_its_first_articles() {
    InputStream endless =
        new InputStream() {
          private int number;
          private InputStream line = InputStream.nullInputStream();

          @Override
          public int read() throws IOException {
            byte[] next = new byte[1];
            return read(next, 0, 1) < 0 ? -1 : next[0];
          }

          @Override
          public int read(byte[] into, int at, int length) throws IOException {
            if (line.available() == 0) {
              String article = "{\"id\":\"" + number++ + "\",\"text\":\"Ann Roe spoke.\"}\n";
              line = new ByteArrayInputStream(article.getBytes(StandardCharsets.UTF_8));
            }
            return line.read(into, at, length);
          }
        };
    Stream<Article> articles =
        new Sources(endless, problems)
            .read(List.of("-"), new FormatDetectingReader(ArticleReader.MAX_LENGTH));
    assertThat(Stream.concat(articles, Stream.empty()).limit(3))
        .extracting(Article::id)
        .containsExactly("0", "1", "2");
  }

  @Test
  void what_is_not_there_is_named_and_the_rest_is_read() throws IOException {
    write("a.txt", "A");
    Files.createDirectory(folder.resolve("empty"));
    assertThat(
            ids(
                folder + "/missing.txt",
                folder + "/*.nothing",
                folder + "/[",
                folder + "/empty",
                folder + "/a.txt"))
        .containsExactly("a");
    assertThat(told)
        .satisfiesExactly(
            it -> assertThat(it).endsWith("missing.txt: no such file or folder"),
            it -> assertThat(it).endsWith("*.nothing: no file matches this pattern"),
            it -> assertThat(it).contains("[: not a valid pattern"),
            it -> assertThat(it).contains("empty: this folder is empty"));
  }

  @Test
  void a_second_article_with_the_same_id_is_left_out_and_named() throws IOException {
    write("x/a.txt", "First");
    write("y/a.txt", "Second");
    assertThat(ids(folder.toString())).containsExactly("a");
    assertThat(told)
        .singleElement()
        .asString()
        .contains("id a is already used by an earlier article");
  }

  @Test
  void a_file_that_is_named_twice_is_read_once() throws IOException {
    write("a.txt", "A");
    assertThat(ids(folder + "/a.txt", folder + "/./a.txt", folder + "/*.txt", folder.toString()))
        .containsExactly("a");
    assertThat(told).isEmpty();
  }

  @Test
  void a_link_back_up_is_followed_once() throws IOException {
    write("a.txt", "A");
    Files.createSymbolicLink(folder.resolve("loop"), folder);
    assertThat(ids(folder.toString())).containsExactly("a");
  }

  @Test
  void a_broken_file_is_named_whatever_its_extension() throws IOException {
    Files.write(folder.resolve("a.jsonl"), new byte[] {0x1F, (byte) 0x8B, 8, 0});
    assertThat(ids(folder.toString())).isEmpty();
    assertThat(told).singleElement().asString().contains("truncated");
  }

  private List<String> ids(String... arguments) {
    var in =
        new ByteArrayInputStream(
            "{\"id\":\"from-stdin\",\"text\":\"T\"}".getBytes(StandardCharsets.UTF_8));
    return new Sources(in, problems)
        .read(List.of(arguments), new FormatDetectingReader(1000))
        .map(Article::id)
        .toList();
  }

  private void write(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }
}
