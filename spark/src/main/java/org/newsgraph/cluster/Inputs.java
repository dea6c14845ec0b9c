package org.newsgraph.cluster;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.newsgraph.article.Problems;
import org.newsgraph.article.SourceLocation;
import org.newsgraph.article.format.FormatDetectingReader;

/**
 * Finds the input files on any Hadoop file system: files, folders with their subfolders, and
 * patterns ({@code "hdfs://archive/2024-*.jsonl"}), in the order of the arguments and, inside a
 * folder, of the names.
 */
final class Inputs {
  /**
   * Size of a slice in bytes: large enough that opening a file costs little, small enough to divide
   * large files among many tasks.
   */
  private static final long SLICE_BYTES = 32L << 20;

  private final Configuration hadoop;
  private final Problems problems;

  Inputs(Configuration hadoop, Problems problems) {
    this.hadoop = hadoop;
    this.problems = problems;
  }

  /** Returns the distinct files that the arguments denote, and reports arguments without files. */
  List<FileStatus> find(List<String> arguments) {
    Map<Path, FileStatus> found = new LinkedHashMap<>();
    for (String argument : arguments) {
      try {
        List<FileStatus> files = files(argument);
        if (files.isEmpty()) {
          problems.error(new SourceLocation(argument, 0), "no articles in this folder");
        }
        files.forEach(file -> found.putIfAbsent(file.getPath(), file));
      } catch (FileNotFoundException e) {
        problems.error(new SourceLocation(argument, 0), "no such file or folder");
      } catch (IOException | IllegalArgumentException e) {
        problems.error(new SourceLocation(argument, 0), "cannot be read (" + e.getMessage() + ")");
      }
    }
    return List.copyOf(found.values());
  }

  private List<FileStatus> files(String argument) throws IOException {
    Path path = new Path(argument);
    FileSystem files = path.getFileSystem(hadoop);
    FileStatus[] named = files.globStatus(path);
    if (named == null || named.length == 0) {
      throw new FileNotFoundException(argument);
    }
    Arrays.sort(named, Comparator.comparing(FileStatus::getPath));
    List<FileStatus> found = new ArrayList<>();
    for (FileStatus file : named) {
      if (file.isDirectory()) {
        walk(files, file, found);
      } else {
        found.add(file);
      }
    }
    return found;
  }

  /** Adds the files of a folder, without hidden files and internal files of Hadoop programs. */
  private void walk(FileSystem files, FileStatus folder, List<FileStatus> found)
      throws IOException {
    FileStatus[] entries = files.listStatus(folder.getPath());
    Arrays.sort(entries, Comparator.comparing(entry -> entry.getPath().getName()));
    for (FileStatus entry : entries) {
      String name = entry.getPath().getName();
      if (name.startsWith(".") || name.startsWith("_")) {
        continue;
      }
      if (entry.isDirectory()) {
        walk(files, entry, found);
      } else if (isParquet(entry.getPath())
          || FormatDetectingReader.mayContainArticles(completeFile(0, entry).source(hadoop))) {
        found.add(entry);
      }
    }
  }

  /** Divides the files into slices. */
  static List<Slice> slices(List<FileStatus> files) {
    List<Slice> slices = new ArrayList<>();
    for (FileStatus file : files) {
      if (!isJsonLines(file.getPath()) || file.getLen() <= SLICE_BYTES) {
        slices.add(completeFile(slices.size(), file));
        continue;
      }
      for (long begin = 0; begin < file.getLen(); begin += SLICE_BYTES) {
        long end = Math.min(file.getLen(), begin + SLICE_BYTES);
        slices.add(new Slice(slices.size(), file.getPath().toString(), begin, end, 0));
      }
    }
    return slices;
  }

  static boolean isParquet(Path file) {
    return file.getName().toLowerCase(Locale.ROOT).endsWith(".parquet");
  }

  /** Tests for JSON Lines, whose lines are independent; other formats cannot be divided. */
  private static boolean isJsonLines(Path file) {
    String name = file.getName().toLowerCase(Locale.ROOT);
    return name.endsWith(".jsonl") || name.endsWith(".ndjson");
  }

  private static Slice completeFile(int number, FileStatus file) {
    return new Slice(number, file.getPath().toString(), 0, Slice.COMPLETE, 0);
  }
}
