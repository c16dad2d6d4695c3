package org.openpriorauth.extraction.rules;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who signed: a line of words that say so, with a name and often a number and a date. */
final class Signatures {
  private static final Pattern SIGNED =
      Pattern.compile(
          "(?i)\\b(?:electronically |digitally |e-?)?(?:signed|authenticated|finalized|dictated|verified)"
              + "(?: electronically)?(?: by)?\\s?[:/]?\\s?+|/s/\\s?|\\bsignature\\s?:\\s?");
  private static final Pattern NPI = Pattern.compile("(?i)\\bNPI\\s?[:#]?\\s?(\\w{10})\\b");

  private Signatures() {}

  static void read(Leaf leaf, Draft author, Draft dates) {
    for (Row row : leaf.sheet().rows()) {
      Span line = leaf.sheet().span(row.start(), row.end());
      Matcher signed = SIGNED.matcher(line.text());
      if (signed.find()) {
        read(line, signed.end(), author, dates);
      }
    }
  }

  private static void read(Span line, int from, Draft author, Draft dates) {
    Span rest = line.part(from, line.end() - line.start());
    Matcher name = Names.WITH_CREDENTIAL.matcher(rest.text());
    if (!name.find() || name.start() > 12) {
      return;
    }
    author.add("name", "author", rest.part(name.start(), name.end()), null, 0.96);
    Matcher npi = NPI.matcher(rest.text());
    if (npi.find(name.end())) {
      List<String> flags = Codes.isNpi(npi.group(1)) ? List.of() : List.of("check_digit");
      Span span = rest.part(npi.start(1), npi.end(1));
      author.add("npi", "author", span, npi.group(1), "present", flags, 0.9);
    }
    for (Dates.Found date : Dates.in(rest.text())) {
      if (date.hasDay()) {
        dates.add("date", "document", rest.part(date.start(), date.end()), date.iso(), 0.6);
        return;
      }
    }
  }
}
