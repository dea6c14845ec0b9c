package org.newsgraph.link.wikidata;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import org.newsgraph.io.OrderedExecutor;

/**
 * A synthetic Wikidata dump of any size. It is reproducible: an item is a function of its number.
 * Kinds of items, languages, site links, aliases, statements with their references, and the length
 * of a line are about as in a real dump. The names are random syllables.
 *
 * <pre>
 * java -cp target/test-classes:target/classes:$(cat target/classpath) \
 *   org.newsgraph.link.wikidata.MadeUpDump 5000000 dump.json.gz
 * </pre>
 */
public final class MadeUpDump {
  /** Number of the first item, above all numbers in Wikidata, so that real classes keep theirs. */
  static final int FIRST = 200_000_000;

  private static final int CLASSES = 1000;
  private static final int ITEMS_PER_MEMBER = 2000;
  private static final String[] LANGUAGES = {
    "en", "de", "fr", "es", "nl", "it", "pt", "sv", "ru", "ar", "zh", "ja", "pl", "uk", "fa", "ca",
    "nb", "da", "fi", "cs", "hu", "tr", "ko", "he", "id", "vi", "ro", "el", "bg", "sr"
  };
  private static final String[] SYLLABLES = {
    "ba", "re", "mi", "lo", "tu", "san", "ker", "del", "vin", "os", "mar", "tha", "lin", "gor",
    "pe", "ni", "co", "ra", "zel", "hu", "jas", "wen", "fi", "do", "lar"
  };

  private final int items;

  public MadeUpDump(int items) {
    this.items = items;
  }

  public static void main(String[] args) throws IOException {
    new MadeUpDump(Integer.parseInt(args[0])).writeGzip(Path.of(args[1]));
  }

  /** Writes the dump as gzip members of a few items each, which several threads compress. */
  public void writeGzip(Path file) throws IOException {
    int members = (items + ITEMS_PER_MEMBER - 1) / ITEMS_PER_MEMBER;
    int jobs = Runtime.getRuntime().availableProcessors();
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20);
        OrderedExecutor<byte[]> work = new OrderedExecutor<>("dump", jobs, 2 * jobs, out::write)) {
      for (int i = 0; i < members; i++) {
        int member = i;
        work.add(() -> member(member, member == members - 1));
      }
      work.finish();
    }
  }

  private byte[] member(int member, boolean last) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 20);
    try (OutputStream packed =
        new GZIPOutputStream(bytes, 1 << 16) {
          {
            def.setLevel(1);
          }
        }) {
      packed.write(
          json(member * ITEMS_PER_MEMBER, (member + 1) * ITEMS_PER_MEMBER, member == 0, last));
    }
    return bytes.toByteArray();
  }

  /** Returns the complete dump in memory. */
  public byte[] json() {
    return json(0, items, true, true);
  }

  private byte[] json(int from, int to, boolean first, boolean last) {
    StringBuilder out = new StringBuilder(first ? "[\n" : "");
    for (int i = from; i < Math.min(to, items); i++) {
      new MadeUpItem(i, out).write();
      out.append(i < items - 1 ? ",\n" : "\n");
    }
    return out.append(last ? "]\n" : "").toString().getBytes(UTF_8);
  }

  /** Returns the English name of an item. */
  public static String name(int item) {
    return new MadeUpItem(item, new StringBuilder()).name;
  }

  /** Writer of one item. */
  private static final class MadeUpItem {
    private final int item;
    private final StringBuilder out;
    private final SplittableRandom random;
    private final int kind;
    private final String name;
    private boolean comma;

    MadeUpItem(int item, StringBuilder out) {
      this.item = item;
      this.out = out;
      this.random = new SplittableRandom(item * 31L + 7);
      this.kind = item < CLASSES ? 100 : random.nextInt(100);
      this.name = words(kind < 10 ? 2 : kind < 20 ? 1 + random.nextInt(2) : 2 + random.nextInt(6));
    }

    /** Returns random words. Earlier syllables are more frequent, so that items share names. */
    private String words(int count) {
      StringBuilder words = new StringBuilder();
      for (int i = 0; i < count; i++) {
        int begin = words.length() + (i > 0 ? 1 : 0);
        words.append(i > 0 ? " " : "");
        for (int syllables = 2 + random.nextInt(3); syllables > 0; syllables--) {
          double where = random.nextDouble();
          words.append(SYLLABLES[(int) (where * where * SYLLABLES.length)]);
        }
        words.setCharAt(begin, Character.toUpperCase(words.charAt(begin)));
      }
      return words.toString();
    }

    void write() {
      // Few items have many site links, most have none.
      int links = kind < 20 ? (int) Math.min(250, Math.pow(random.nextDouble(), -0.8) - 1) : 0;
      int languages = Math.min(LANGUAGES.length, 1 + links + random.nextInt(6));
      out.append("{\"type\":\"item\",\"id\":\"Q").append(FIRST + item).append("\",\"labels\":{");
      for (int i = 0; i < languages; i++) {
        text(LANGUAGES[i], i == 0 ? name : name + " " + LANGUAGES[i]);
      }
      open("},\"descriptions\":{");
      for (int i = 0; i < languages; i += 2) {
        text(LANGUAGES[i], "made-up " + LANGUAGES[i] + " description of kind " + kind);
      }
      open("},\"aliases\":{");
      for (int i = 0; i < languages; i += 3) {
        key(LANGUAGES[i]);
        out.append("[{\"language\":\"").append(LANGUAGES[i]).append("\",\"value\":\"");
        out.append(words(2)).append("\"}]");
      }
      open("},\"claims\":{");
      claims();
      open("},\"sitelinks\":{");
      for (int i = 0; i < links; i++) {
        String site = i < LANGUAGES.length ? LANGUAGES[i] : "x" + i;
        key(site + "wiki");
        out.append("{\"site\":\"").append(site).append("wiki\",\"title\":\"").append(name);
        out.append(i == 0 && item % 5 == 0 ? " (" + item + ")" : "").append("\",\"badges\":[]}");
      }
      out.append("},\"pageid\":").append(item).append(",\"ns\":0,\"lastrevid\":").append(item * 7L);
      out.append(",\"modified\":\"2026-01-01T00:00:00Z\"}");
    }

    private void claims() {
      if (item < CLASSES) {
        // Classes are below real ones, in chains of ten.
        String[] roots = {"Q5", "Q4830453", "Q515", "Q13442814"};
        String above = item % 10 == 0 ? roots[item / 10 % 4] : "Q" + (FIRST + item - 1);
        statement("P279", thing(above));
        return;
      }
      int made = random.nextInt(CLASSES);
      String instance =
          kind < 10
              ? "Q5"
              : kind < 18
                  ? random.nextInt(3) == 0
                      ? "Q" + (FIRST + made / 40 * 40 + 20 + made % 10)
                      : "Q515"
                  : kind < 20
                      ? "Q4830453"
                      : kind < 60 ? "Q13442814" : kind < 66 ? "Q4167836" : "Q7187";
      statement("P31", thing(instance));
      if (kind < 10) {
        statement("P21", thing("Q6581097"));
        statement("P106", thing("Q82955"));
        statement("P569", time());
        statement("P27", thing("Q" + (FIRST + CLASSES + random.nextInt(1000))));
        statement("P18", "\"" + name + ".jpg\"");
      } else if (kind < 18) {
        statement("P17", thing("Q" + (FIRST + CLASSES + random.nextInt(1000))));
        statement("P625", point());
      } else if (kind < 20) {
        statement("P159", thing("Q" + (FIRST + CLASSES + random.nextInt(1000))));
        statement("P856", "\"https://example.org/" + item + "\"");
      }
      int others = 6 + random.nextInt(kind < 60 ? 22 : 8);
      for (int i = 0; i < others; i++) {
        statement("P" + (2000 + 37 * i + random.nextInt(37)), "\"" + words(3) + "\"");
      }
    }

    private String thing(String id) {
      return "{\"entity-type\":\"item\",\"numeric-id\":"
          + id.substring(1)
          + ",\"id\":\""
          + id
          + "\"}";
    }

    private String time() {
      return "{\"time\":\"+"
          + (1900 + random.nextInt(100))
          + "-03-11T00:00:00Z\",\"timezone\":0,\"before\":0,\"after\":0,\"precision\":11,"
          + "\"calendarmodel\":\"http://www.wikidata.org/entity/Q1985727\"}";
    }

    private String point() {
      return "{\"latitude\":"
          + (random.nextInt(1800) / 10.0 - 90)
          + ",\"longitude\":"
          + (random.nextInt(3600) / 10.0 - 180)
          + ",\"altitude\":null,\"precision\":0.1,\"globe\":\"http://www.wikidata.org/entity/Q2\"}";
    }

    private void statement(String property, String value) {
      String type =
          value.startsWith("\"")
              ? "string"
              : value.contains("entity-type")
                  ? "wikibase-entityid"
                  : value.contains("globe\"") ? "globecoordinate" : "time";
      key(property);
      out.append("[{\"mainsnak\":{\"snaktype\":\"value\",\"property\":\"").append(property);
      out.append("\",\"hash\":\"").append(hex(40)).append("\",\"datavalue\":{\"value\":");
      out.append(value).append(",\"type\":\"").append(type).append("\"},\"datatype\":\"x\"},");
      out.append("\"type\":\"statement\",\"id\":\"Q")
          .append(FIRST + item)
          .append('$')
          .append(hex(36));
      out.append("\",\"rank\":\"normal\",\"references\":[{\"hash\":\"").append(hex(40));
      out.append(
          "\",\"snaks\":{\"P248\":[{\"snaktype\":\"value\",\"property\":\"P248\",\"hash\":\"");
      out.append(hex(40)).append("\",\"datavalue\":{\"value\":").append(thing("Q36578"));
      out.append(",\"type\":\"wikibase-entityid\"},\"datatype\":\"wikibase-item\"}]},");
      out.append("\"snaks-order\":[\"P248\"]}]}]");
    }

    private String hex(int length) {
      StringBuilder hex = new StringBuilder(length + 16);
      while (hex.length() < length) {
        hex.append(Long.toHexString(random.nextLong()));
      }
      return hex.substring(0, length);
    }

    private void open(String text) {
      out.append(text);
      comma = false;
    }

    private void key(String key) {
      out.append(comma ? ",\"" : "\"").append(key).append("\":");
      comma = true;
    }

    private void text(String language, String text) {
      key(language);
      out.append("{\"language\":\"").append(language).append("\",\"value\":\"").append(text);
      out.append("\"}");
    }
  }
}
