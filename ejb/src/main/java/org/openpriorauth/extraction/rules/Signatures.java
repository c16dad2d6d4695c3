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
  private static final Pattern STAMPED =
      Pattern.compile(
          "(?i)\\bNPI\\s?[:#]?\\s?\\w{10}\\b|\\b(?:electronic|digital|e)-?\\s?signature\\b");
  private static final Pattern NPI = Pattern.compile("(?i)\\bNPI\\s?[:#]?\\s?(\\w{10})\\b");

  private Signatures() {}

  static void read(Leaf leaf, Draft author, Draft dates) {
    for (Row row : leaf.sheet().rows()) {
      Span line = leaf.sheet().span(row.start(), row.end());
      Matcher signed = SIGNED.matcher(line.text());
      if (signed.find()) {
        boolean alone = line.text().substring(signed.end()).isBlank();
        Span named = alone ? below(leaf, row) : line;
        read(named, alone ? 0 : signed.end(), author, dates);
      } else if (STAMPED.matcher(line.text()).find() && isUnlabelled(leaf, row)) {
        Matcher name = Names.WITH_CREDENTIAL.matcher(line.text());
        if (name.lookingAt()) {
          person(line, name, author, 0.7);
        }
      }
    }
  }

  /** A stamp stands above the name that it is about. */
  private static Span below(Leaf leaf, Row row) {
    int next = Math.min(row.index() + 1, leaf.sheet().rows().size() - 1);
    Row under = leaf.sheet().rows().get(next);
    return leaf.sheet().span(under.start(), under.end());
  }

  private static void read(Span line, int from, Draft author, Draft dates) {
    Span rest = line.part(from, line.end() - line.start());
    Matcher name = Names.WITH_CREDENTIAL.matcher(rest.text());
    if (!name.find() || name.start() > 12) {
      Shapes.Value date = Shapes.take("date", rest.first(12));
      if (date != null) {
        dates.add("date", "document", date.span(), date.normalized(), 0.6);
      }
      return;
    }
    person(rest, name, author, 0.96);
    for (Dates.Found date : Dates.in(rest.text())) {
      if (date.hasDay()) {
        dates.add("date", "document", rest.part(date.start(), date.end()), date.iso(), 0.6);
        return;
      }
    }
  }

  /** Whether a place begins with a person, or with words that say who signed. */
  static boolean isPerson(Span place) {
    Matcher signed = SIGNED.matcher(place.text());
    int from = signed.lookingAt() ? signed.end() : 0;
    return Names.WITH_CREDENTIAL
        .matcher(place.text())
        .region(from, place.text().length())
        .lookingAt();
  }

  private static boolean isUnlabelled(Leaf leaf, Row row) {
    return leaf.labels().get(row.index()).stream()
        .noneMatch(l -> l.start() <= row.start() + 2 || l.kind().equals("name"));
  }

  private static void person(Span rest, Matcher name, Draft author, double strength) {
    Span person = rest.part(name.start(), name.end());
    author.add("name", "author", person, null, strength);
    Shapes.Value specialty = Specialties.behind(person);
    if (specialty != null) {
      author.add("specialty", "author", specialty.span(), null, strength - 0.1);
    }
    Matcher npi = NPI.matcher(rest.text());
    if (npi.find(name.end())) {
      List<String> flags = Codes.isNpi(npi.group(1)) ? List.of() : List.of("check_digit");
      Span span = rest.part(npi.start(1), npi.end(1));
      author.add("npi", "author", span, npi.group(1), "present", flags, 0.9);
    }
  }
}
