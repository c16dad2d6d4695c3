package org.openpriorauth.coding;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.openpriorauth.coding.model.CodeEdition;
import org.openpriorauth.coding.model.CodeSets;
import org.openpriorauth.coding.model.CodeSystem;
import org.openpriorauth.coding.model.MedicalCode;
import org.openpriorauth.kernel.Audited;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.Ids;
import org.openpriorauth.kernel.Problem;
import org.openpriorauth.kernel.Requires;
import org.openpriorauth.wire.json.Json;

/**
 * Loads an edition of a code set: read and checked as a whole, then stored beside what is there and
 * in use from the same commit on. Whatever goes wrong, the edition before stays as it was.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class CodeLoadService {
  private static final int AT_ONCE = 2_000;
  private static final String DAY = "2026-10-01";

  @Inject CodeDirectory directory;
  @Inject @Any Instance<CodeLayout> layouts;
  @Inject CodeSets sets;
  @Inject Event<Audited> audited;
  @Inject Clock clock;

  /**
   * What an operator says of a file, in words.
   *
   * @param from the edition's first day, like 2026-10-01
   * @param to its last one, or null until the next edition's first
   * @param sample true for a few codes to try things with, or null
   */
  public record Wanted(
      String system, String file, String edition, String from, String to, String sample) {}

  /**
   * @throws org.openpriorauth.kernel.Problem CODES_REFUSED, whose words say why
   */
  @Requires(value = "operations:change", clinic = false)
  public CodeEdition load(Caller machine, Wanted wanted) {
    CodeSystem system =
        CodeSystem.of(wanted.system())
            .orElseThrow(
                () -> CodesRefused.because("The parameter system is icd10cm, hcpcs or cpt."));
    CodeFile file = directory.read(wanted.file());
    List<MedicalCode> codes = layout(system).read(file.lines());
    CodeEdition edition = edition(system, wanted, file, codes.size());
    if (!sets.hold()) {
      throw CodesRefused.because("Another file of codes is being loaded.");
    }
    EditionCheck.check(
        system, edition.sample(), codes, sets.begun(system, edition.from()).orElse(null));
    boolean replaced = sets.replace(system, edition.from(), edition.loadedAt());
    sets.add(edition);
    for (int i = 0; i < codes.size(); i += AT_ONCE) {
      sets.add(edition.id(), Json.text(codes.subList(i, Math.min(i + AT_ONCE, codes.size()))));
    }
    audited.fire(
        new Audited(
            machine,
            "codes.load",
            "code_edition",
            edition.id(),
            Map.of(
                "system", system.word(),
                "edition", edition.name(),
                "from", edition.from().toString(),
                "codes", edition.codes(),
                "sha256", edition.sha256(),
                "replaced", replaced)));
    return edition;
  }

  private CodeLayout layout(CodeSystem system) {
    return layouts.stream().filter(l -> l.system() == system).findFirst().orElseThrow();
  }

  private CodeEdition edition(CodeSystem system, Wanted wanted, CodeFile file, int codes) {
    if (wanted.edition() == null
        || !wanted.edition().matches("[A-Za-z0-9][A-Za-z0-9 .,()-]{0,59}")) {
      throw CodesRefused.because("The parameter edition names it, like 2027 or July 2027.");
    }
    LocalDate from = day("from", wanted.from());
    LocalDate to = wanted.to() == null ? null : day("to", wanted.to());
    if (to != null && to.isBefore(from)) {
      throw CodesRefused.because("The edition's last day lies before its first.");
    }
    return new CodeEdition(
        Ids.next(),
        system,
        wanted.edition(),
        from,
        to,
        "true".equals(wanted.sample()),
        system.licensed(),
        codes,
        file.sha256(),
        clock.instant());
  }

  private static LocalDate day(String parameter, String word) {
    try {
      if (word != null && word.length() == DAY.length()) {
        return LocalDate.parse(word);
      }
    } catch (DateTimeException e) {
      throw noDay(parameter);
    }
    throw noDay(parameter);
  }

  private static Problem noDay(String parameter) {
    return CodesRefused.because("The parameter " + parameter + " is a day, like " + DAY + ".");
  }
}
