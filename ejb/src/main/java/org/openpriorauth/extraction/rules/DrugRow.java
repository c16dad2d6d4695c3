package org.openpriorauth.extraction.rules;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.openpriorauth.extraction.rules.Tables.Table;

/**
 * A row of a table of medicines, whose amount may stand in its own column, with the name, or in the
 * directions.
 *
 * @param name null if the row is of no medicine
 */
record DrugRow(Span name, Span dose, Span strength, Span route, Span frequency) {
  /** "Take 1 tablet by mouth daily": a sentence of which the frequency is a part. */
  private static final Pattern SENTENCE =
      Pattern.compile(
          "(?is)^\\W{0,3}(?:take|inject|apply|use|give|inhale|instill|place|administer|infuse|insert|chew|dissolve|sig)\\b.*");

  static DrugRow of(Table table, Map<Integer, Span> record) {
    Span cell = table.cell(record, "drug.name");
    List<Medicines.Mention> known = cell == null ? List.of() : Medicines.in(cell);
    Span amounts = table.cell(record, "drug.dose");
    Span directions = table.cell(record, "drug.frequency");
    Dosing.Amount own = amount(amounts);
    Dosing.Amount named = cell == null ? amount(null) : amount(behind(cell, known));
    Dosing.Amount directed = amount(directions);
    boolean measured = own.dose() != null || named.dose() != null || named.strength() != null;
    if (cell == null || known.isEmpty() && !measured) {
      // Neither a name that we know nor an amount: a list of something else.
      return new DrugRow(null, null, null, null, null);
    }
    Span name = known.isEmpty() ? head(cell) : known.get(0).span();
    Span dose = first(own.dose(), poured(directed) ? directed.dose() : null, named.dose());
    Span inColumn = strength(table.cell(record, "drug.strength"));
    boolean other = dose != null && named.dose() != null && !dose.overlaps(named.dose());
    boolean equal = other && DrugFields.normal(dose).equals(DrugFields.normal(named.dose()));
    Span strength =
        first(inColumn, own.strength(), named.strength(), other && !equal ? named.dose() : null);
    Span words = directions == null ? cell : directions;
    Span route = first(table.cell(record, "drug.route"), Dosing.route(words), Dosing.route(cell));
    Span often =
        directions == null || SENTENCE.matcher(directions.text()).matches()
            ? Dosing.frequency(words)
            : directions;
    return new DrugRow(name, dose, strength, route, first(often, frequency(amounts)));
  }

  private static Dosing.Amount amount(Span place) {
    return place == null ? new Dosing.Amount(null, null) : Dosing.amount(place);
  }

  /** Millilitres, puffs, units or a mass; tablets are no dose of which anybody can tell. */
  private static boolean poured(Dosing.Amount amount) {
    return amount.dose() != null
        && !amount.dose().text().matches("(?is).*(?:tab|cap|patch|packet|supp|inhal).*");
  }

  private static Span strength(Span cell) {
    if (cell == null || cell.text().chars().noneMatch(Character::isDigit)) {
      return null;
    }
    Dosing.Amount amount = Dosing.amount(cell);
    return first(amount.strength(), amount.dose(), cell);
  }

  private static Span frequency(Span cell) {
    return cell == null ? null : Dosing.frequency(cell);
  }

  private static Span behind(Span cell, List<Medicines.Mention> known) {
    return known.isEmpty() ? cell : cell.sheet().span(known.get(0).span().end(), cell.end());
  }

  /** What of a cell stands before its first number. */
  static Span head(Span cell) {
    int digit = 0;
    String text = cell.text();
    while (digit < text.length() && !Character.isDigit(text.charAt(digit))) {
      digit++;
    }
    return digit > 3 ? cell.part(0, digit).trimmed(",;-\u2022*") : cell;
  }

  private static Span first(Span... places) {
    for (Span place : places) {
      if (place != null) {
        return place;
      }
    }
    return null;
  }
}
