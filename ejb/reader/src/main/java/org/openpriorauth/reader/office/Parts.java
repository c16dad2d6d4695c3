package org.openpriorauth.reader.office;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.openpriorauth.reader.document.Failure;
import org.openpriorauth.reader.document.FailureCode;

/** The XML parts of an office file, unpacked in memory within bounds. */
final class Parts {
  private static final int MOST_ENTRIES = 5000;

  private static final int LONGEST_NAME = 500;

  /** Bytes of one part, and of all of them. */
  private static final int LARGEST = 48 << 20;

  private static final int LARGEST_TOGETHER = 96 << 20;

  /** All that is unfolded, pictures with it, though they are only passed over. */
  private static final long MOST_UNFOLDED = 256L << 20;

  /** Word's own XML shrinks to a tenth, seldom to a fiftieth. */
  private static final int MOST_RATIO = 200;

  private final Map<String, byte[]> parts = new HashMap<>();
  private final long mostUnfolded;
  private long unfolded;
  private int kept;

  private Parts(int size) {
    this.mostUnfolded = Math.min(MOST_UNFOLDED, (1 << 20) + (long) MOST_RATIO * size);
  }

  /**
   * @throws Failure ENCRYPTED, DAMAGED, TOO_LARGE
   */
  static Parts open(byte[] content) throws Failure {
    if (content.length > 6 && (content[6] & 1) != 0) {
      throw new Failure(FailureCode.ENCRYPTED);
    }
    Parts parts = new Parts(content.length);
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
      int entries = 0;
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (++entries > MOST_ENTRIES) {
          throw new Failure(FailureCode.TOO_LARGE);
        }
        parts.take(key(entry.getName()), zip);
      }
      if (entries == 0) {
        throw new Failure(FailureCode.DAMAGED);
      }
    } catch (IOException | IllegalArgumentException e) {
      throw new Failure(FailureCode.DAMAGED);
    }
    return parts;
  }

  private void take(String name, ZipInputStream zip) throws IOException, Failure {
    boolean wanted = name.endsWith(".xml") || name.endsWith(".rels");
    ByteArrayOutputStream part = new ByteArrayOutputStream();
    byte[] buffer = new byte[16_384];
    for (int n = zip.read(buffer); n >= 0; n = zip.read(buffer)) {
      unfolded += n;
      kept += wanted ? n : 0;
      if (unfolded > mostUnfolded
          || kept > LARGEST_TOGETHER
          || wanted && part.size() + n > LARGEST) {
        throw new Failure(FailureCode.TOO_LARGE);
      }
      if (wanted) {
        part.write(buffer, 0, n);
      }
    }
    if (wanted && parts.putIfAbsent(name, part.toByteArray()) != null) {
      // Two programs could read two documents in it.
      throw new Failure(FailureCode.DAMAGED, "Two parts have the same name.");
    }
  }

  /** Names of parts know no case, and some writers turn the slash round. */
  private static String key(String name) {
    String turned = name.replace('\\', '/').toLowerCase(Locale.ROOT);
    return turned.startsWith("/") ? turned.substring(1) : turned;
  }

  /**
   * @return null if there is none
   */
  byte[] part(String name) {
    return parts.get(key(name));
  }

  /**
   * What a part points to inside of the file.
   *
   * @param from the part, or empty for the file itself
   * @return targets, as names of parts, by their ids
   */
  Map<String, Relation> relations(String from) throws Failure {
    int slash = from.lastIndexOf('/') + 1;
    String folder = from.substring(0, slash);
    byte[] rels = part(folder + "_rels/" + from.substring(slash) + ".rels");
    Map<String, Relation> relations = new HashMap<>();
    if (rels == null) {
      return relations;
    }
    Xml xml = Xml.open(rels);
    while (xml.child()) {
      if (!xml.attribute("TargetMode", "").equals("External")) {
        String type = xml.attribute("Type", "");
        String target = resolved(folder, xml.attribute("Target", ""));
        relations.put(xml.attribute("Id", ""), new Relation(type, target));
      }
      xml.skip();
    }
    return relations;
  }

  /** A name is looked up in the file and nowhere else, so it cannot lead out of it. */
  private static String resolved(String folder, String target) {
    if (target.length() > LONGEST_NAME) {
      return "";
    }
    String path = target.startsWith("/") ? target.substring(1) : folder + target;
    while (path.contains("../")) {
      int up = path.indexOf("../");
      int before = up < 2 ? -1 : path.lastIndexOf('/', up - 2);
      path = path.substring(0, before + 1) + path.substring(up + 3);
    }
    return path;
  }

  /** Where one part points. */
  record Relation(String type, String target) {
    boolean is(String kind) {
      return type.endsWith("/" + kind);
    }
  }
}
