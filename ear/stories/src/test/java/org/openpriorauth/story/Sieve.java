package org.openpriorauth.story;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Looks for values in bytes, whatever the bytes are: plain in any case, backwards, as UTF-16, in
 * hexadecimal, in percent form, and within a longer text in base 64.
 */
final class Sieve {
  private static final int WINDOW = 1 << 22;
  private static final int SHORTEST = 5;

  private final Needles folded = new Needles();
  private final Needles exact = new Needles();
  private int longest;

  /** Needles by their first two bytes. */
  private static final class Needles {
    private final BitSet begins = new BitSet(1 << 16);
    private final Map<Integer, List<Map.Entry<byte[], String>>> byBeginning = new HashMap<>();

    void add(byte[] needle, String name) {
      int beginning = beginning(needle, 0);
      begins.set(beginning);
      byBeginning.computeIfAbsent(beginning, b -> new ArrayList<>()).add(Map.entry(needle, name));
    }

    void find(byte[] hay, int length, Set<String> found) {
      for (int i = 0; i + 1 < length; i++) {
        int beginning = beginning(hay, i);
        if (begins.get(beginning)) {
          for (Map.Entry<byte[], String> one : byBeginning.get(beginning)) {
            byte[] needle = one.getKey();
            int end = i + needle.length;
            if (end <= length && Arrays.equals(hay, i, end, needle, 0, needle.length)) {
              found.add(one.getValue());
            }
          }
        }
      }
    }

    private static int beginning(byte[] bytes, int at) {
      return (bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff;
    }
  }

  Sieve(Set<String> values) {
    for (String value : values) {
      folded(value, StandardCharsets.UTF_8, "plain");
      folded(new StringBuilder(value).reverse().toString(), StandardCharsets.UTF_8, "backwards");
      folded(value, StandardCharsets.UTF_16BE, "UTF-16");
      folded(value, StandardCharsets.UTF_16LE, "UTF-16");
      for (String cased : cases(value)) {
        folded(HexFormat.of().formatHex(cased.getBytes(StandardCharsets.UTF_8)), value, "hex");
        base64(cased, value);
      }
      String percent = java.net.URLEncoder.encode(value, StandardCharsets.UTF_8);
      folded(percent, value, "form");
      folded(percent.replace("+", "%20"), value, "percent");
    }
  }

  private static Set<String> cases(String value) {
    return new TreeSet<>(
        List.of(value, value.toLowerCase(Locale.ROOT), value.toUpperCase(Locale.ROOT)));
  }

  private void folded(String needle, String value, String form) {
    add(folded, lower(needle.getBytes(StandardCharsets.UTF_8)), value, form);
  }

  private void folded(String value, Charset charset, String form) {
    add(folded, lower(value.getBytes(charset)), value, form);
  }

  /** Wherever it begins within three bytes; what neighbours decide of its edges is left off. */
  private void base64(String cased, String value) {
    for (int before = 0; before < 3; before++) {
      byte[] bytes = cased.getBytes(StandardCharsets.UTF_8);
      byte[] moved = new byte[before + bytes.length];
      System.arraycopy(bytes, 0, moved, before, bytes.length);
      String all = Base64.getEncoder().withoutPadding().encodeToString(moved);
      int from = before == 0 ? 0 : before + 1;
      int to = moved.length / 3 * 4;
      if (to - from >= SHORTEST + 1) {
        String sure = all.substring(from, to);
        add(exact, sure.getBytes(StandardCharsets.US_ASCII), value, "base 64");
        String url = sure.replace('+', '-').replace('/', '_');
        add(exact, url.getBytes(StandardCharsets.US_ASCII), value, "base 64");
      }
    }
  }

  private void add(Needles needles, byte[] needle, String value, String form) {
    if (needle.length > SHORTEST) {
      needles.add(needle, value + " (" + form + ")");
      longest = Math.max(longest, needle.length);
    }
  }

  /** The values that are there, each with the form that it has. */
  Set<String> find(byte[] hay) {
    Set<String> found = new TreeSet<>();
    find(hay, hay.length, found);
    return found;
  }

  Set<String> find(Path file) {
    Set<String> found = new TreeSet<>();
    byte[] window = new byte[WINDOW];
    int kept = 0;
    try (InputStream in = Files.newInputStream(file)) {
      int read = in.readNBytes(window, 0, WINDOW);
      while (read > 0) {
        int length = kept + read;
        find(window, length, found);
        kept = Math.min(longest, length);
        System.arraycopy(window, length - kept, window, 0, kept);
        read = in.readNBytes(window, kept, WINDOW - kept);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }

  private void find(byte[] hay, int length, Set<String> found) {
    exact.find(hay, length, found);
    byte[] small = lower(Arrays.copyOf(hay, length));
    folded.find(small, length, found);
  }

  private static byte[] lower(byte[] bytes) {
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] >= 'A' && bytes[i] <= 'Z') {
        bytes[i] = (byte) (bytes[i] + ('a' - 'A'));
      }
    }
    return bytes;
  }
}
