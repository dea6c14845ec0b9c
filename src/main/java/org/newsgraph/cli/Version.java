package org.newsgraph.cli;

import org.newsgraph.io.ProgramVersion;
import picocli.CommandLine.IVersionProvider;

/** The version of the program and of the Java runtime, for {@code --version}. */
public final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {
      "newsgraph " + ProgramVersion.number() + " (Java " + Runtime.version() + ")"
    };
  }
}
