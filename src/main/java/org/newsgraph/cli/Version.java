package org.newsgraph.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** Says which version this is, and on which Java it runs. */
public final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {"newsgraph " + number() + " (Java " + Runtime.version() + ")"};
  }

  /** The version's number: "0.1.0". */
  public static String number() {
    Properties properties = new Properties();
    try (InputStream in = Version.class.getResourceAsStream("version.properties")) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.getProperty("version");
  }
}
