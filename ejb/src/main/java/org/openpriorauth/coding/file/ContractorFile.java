package org.openpriorauth.coding.file;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.openpriorauth.coding.CodeLayout;
import org.openpriorauth.coding.CodesRefused;
import org.openpriorauth.coding.model.CodeSystem;
import org.openpriorauth.coding.model.MedicalCode;
import org.openpriorauth.kernel.Problem;

/**
 * HCPCS level II as CMS publishes it, {@code HCPCYYYY_MMM_ANWEB.txt}, the contractor record of 320
 * columns: code in 1 to 5, sequence in 6 to 10, kind of record in 11 (3 begins a procedure, 4 goes
 * on with its description, 7 and 8 are modifiers, which are left out), long description in 12 to
 * 91, short one in 92 to 119, the day it was added in 269 to 276, its last day in 285 to 292.
 */
@ApplicationScoped
public class ContractorFile implements CodeLayout {
  private static final int LENGTH = 320;
  private static final int FEWEST = 91;

  @Override
  public CodeSystem system() {
    return CodeSystem.HCPCS;
  }

  @Override
  public List<MedicalCode> read(List<String> lines) {
    List<MedicalCode> codes = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = padded(lines.get(i), i + 1);
      switch (line.charAt(10)) {
        case '3' -> codes.add(first(line, i + 1));
        case '4' -> {
          int last = codes.size() - 1;
          if (last < 0 || !codes.get(last).code().equals(line.substring(0, 5))) {
            throw CodesRefused.at(i + 1, "goes on with a code that did not begin before it.");
          }
          codes.set(last, longer(codes.get(last), line));
        }
        case '7', '8' -> {}
        default -> throw none(i + 1);
      }
    }
    return codes;
  }

  private static MedicalCode first(String line, int number) {
    String description = field(line, 12, 91);
    if (description.isEmpty() || !line.substring(0, 5).matches("[A-Z]\\d{4}")) {
      throw none(number);
    }
    return new MedicalCode(
        line.substring(0, 5),
        true,
        field(line, 92, 119),
        description,
        day(line, 269, number),
        day(line, 285, number));
  }

  private static MedicalCode longer(MedicalCode code, String line) {
    return new MedicalCode(
        code.code(),
        true,
        code.shortDescription(),
        (code.description() + " " + field(line, 12, 91)).strip(),
        code.from(),
        code.to());
  }

  /** Blanks at a line's end may have got lost on the way. */
  private static String padded(String line, int number) {
    if (line.length() < 12 || line.length() > LENGTH || !line.substring(5, 10).matches("\\d{5}")) {
      throw none(number);
    }
    if (line.charAt(10) == '3' && line.length() <= FEWEST) {
      throw none(number);
    }
    return line + " ".repeat(LENGTH - line.length());
  }

  private static LocalDate day(String line, int first, int number) {
    String digits = field(line, first, first + 7);
    if (digits.isEmpty() || digits.matches("0+")) {
      return null;
    }
    try {
      return LocalDate.parse(digits, DateTimeFormatter.BASIC_ISO_DATE);
    } catch (DateTimeException e) {
      throw CodesRefused.at(
          number, "no day like 20260101 in columns %d to %d.".formatted(first, first + 7));
    }
  }

  /**
   * @param first counted from 1, as the agency does
   */
  private static String field(String line, int first, int last) {
    return line.substring(first - 1, last).strip();
  }

  private static Problem none(int number) {
    return CodesRefused.at(
        number,
        "not of the contractor record (HCPCYYYY_MMM_ANWEB.txt, 320 columns): code in columns 1 to 5,"
            + " sequence in 6 to 10, kind of record 3, 4, 7 or 8 in 11, description from 12 on.");
  }
}
