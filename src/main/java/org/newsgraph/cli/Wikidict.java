package org.newsgraph.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.commons.codec.digest.DigestUtils;
import org.newsgraph.link.KnowledgeBaseException;

/**
 * The name dictionary that Stanford CoreNLP distributes with its models: 20.9 million names for 6.3
 * million articles of the English Wikipedia. It is under the GPL and not part of this program;
 * Maven downloads it on request.
 */
final class Wikidict {
  private static final String ARTIFACT =
      "edu.stanford.nlp:stanford-corenlp:4.5.10:jar:models-english-kbp";
  private static final String JAR = "stanford-corenlp-4.5.10-models-english-kbp.jar";
  private static final String SHA_256 =
      "e51c106bd5ce2094a65a5d9c898b3151b9355b78fd4dbc3a0020551eb00d7e36";
  private static final String ENTRY = "edu/stanford/nlp/models/kbp/english/wikidict.tab.gz";

  private Wikidict() {}

  /**
   * Downloads the jar with Maven, which shows its progress on standard error.
   *
   * @param into folder for the jar; created if it does not exist
   * @throws KnowledgeBaseException if the download fails; the message describes the alternative
   */
  static Path fetch(Path into) throws IOException {
    List<String> command =
        List.of(
            "mvn",
            "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy",
            "-Dartifact=" + ARTIFACT,
            "-DoutputDirectory=" + into.toAbsolutePath());
    try {
      Process maven =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.PIPE)
              .start();
      try (InputStream log = maven.getInputStream()) {
        log.transferTo(System.err);
      }
      if (maven.waitFor() != 0) {
        throw failed("Maven could not download it (see above)");
      }
    } catch (IOException e) {
      throw failed("Maven (mvn) is not installed");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed("the download was interrupted");
    }
    return into.resolve(JAR);
  }

  private static KnowledgeBaseException failed(String reason) {
    return new KnowledgeBaseException(
        "wikidict: "
            + reason
            + "; download "
            + JAR
            + " by other means and run \"kb add wikidict --jar FILE\"");
  }

  /**
   * Verifies the checksum of the jar.
   *
   * @throws KnowledgeBaseException if the file is not identical to the expected jar
   */
  static void verifyChecksum(Path jar) throws IOException {
    String sha = sha(jar);
    if (!sha.equals(SHA_256)) {
      throw new KnowledgeBaseException(
          jar
              + ": this is not "
              + JAR
              + ", or it is damaged: its SHA-256 is "
              + sha
              + ", but should be "
              + SHA_256);
    }
  }

  private static String sha(Path jar) throws IOException {
    try (InputStream in = Files.newInputStream(jar)) {
      return DigestUtils.sha256Hex(in);
    }
  }

  /** Consumer of the lines of the dictionary. */
  interface LinesReader {
    void read(InputStream lines) throws IOException;
  }

  /** Reads the dictionary inside the jar. */
  static void read(Path jar, LinesReader reading) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      ZipEntry entry = zip.getEntry(ENTRY);
      if (entry == null) {
        throw new KnowledgeBaseException(jar + ": the entry " + ENTRY + " is missing");
      }
      try (InputStream lines =
          new GZIPInputStream(new BufferedInputStream(zip.getInputStream(entry)), 1 << 16)) {
        reading.read(lines);
      }
    }
  }

  /** Deletes the folder with the downloaded jar. */
  static void deleteFolder(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
      Files.delete(folder);
    }
  }
}
