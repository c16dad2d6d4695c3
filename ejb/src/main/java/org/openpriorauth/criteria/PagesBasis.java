package org.openpriorauth.criteria;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.openpriorauth.extraction.PageText;
import org.openpriorauth.wire.json.Json;

/** What an answer about a criterion in words is for, as a hash: its words and the pages. */
final class PagesBasis {
  private PagesBasis() {}

  private record Page(String document, int number, String text) {}

  private record Asked(String text, List<String> hints, List<Page> pages) {}

  static String of(PolicyPack.Node criterion, List<PageText> pages) {
    Asked asked =
        new Asked(
            criterion.text(),
            criterion.narrative().hints(),
            pages.stream()
                .map(p -> new Page(p.document().toString(), p.number(), p.text()))
                .toList());
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(Json.bytes(asked)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("The JDK lacks SHA-256.", e);
    }
  }
}
