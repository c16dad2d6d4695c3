package org.openpriorauth.clinic;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openpriorauth.clinic.model.Clinic;
import org.openpriorauth.coding.Npi;
import org.openpriorauth.kernel.Problem;
import org.openpriorauth.kernel.Problem.Fault;

/** What a practice may say of itself: it is printed on packets and sent to payers as it stands. */
public final class PracticeRules {
  private static final int LONGEST_NAME = 120;
  private static final int LONGEST_LINE = 100;

  /** IRS publication 1635: two digits, a dash, seven digits; people leave the dash out. */
  private static final Pattern TAX_ID = Pattern.compile("(\\d{2})-?(\\d{7})");

  private static final Pattern ZIP_CODE = Pattern.compile("\\d{5}(-\\d{4})?");

  /** North American Numbering Plan: neither the area nor the exchange begins with 0 or 1. */
  private static final Pattern PHONE =
      Pattern.compile("(?:\\+?1[ .-]?)?\\(?([2-9]\\d{2})\\)?[ .-]?([2-9]\\d{2})[ .-]?(\\d{4})");

  /** USPS publication 28, appendix B: states, territories and the armed forces. */
  private static final Set<String> STATES =
      Set.of(
          ("AL AK AS AZ AR CA CO CT DE DC FL GA GU HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT"
                  + " NE NV NH NJ NM NY NC ND MP OH OK OR PA PR RI SC SD TN TX UT VT VI VA WA WV WI"
                  + " WY AA AE AP")
              .split(" "));

  private final List<Fault> faults = new ArrayList<>();

  private final String unsaid;

  private PracticeRules(String unsaid) {
    this.unsaid = unsaid;
  }

  /**
   * The same, written the one way that payers read.
   *
   * @throws Problem INVALID with every fault at once
   */
  public static Clinic.Details checked(Clinic.Details said) {
    return checked(said, "America/New_York");
  }

  /**
   * @param unsaid the time zone where none is said
   * @throws Problem INVALID with every fault at once
   */
  public static Clinic.Details checked(Clinic.Details said, String unsaid) {
    return new PracticeRules(unsaid).check(said);
  }

  private Clinic.Details check(Clinic.Details said) {
    Clinic.Address at = said.address();
    String state = blank(at.state()) ? null : at.state().strip().toUpperCase(Locale.ROOT);
    must(state != null && STATES.contains(state), "/state", "A state is two letters, like NV.");
    must(Npi.valid(said.npi()), "/npi", "An NPI has ten digits; the last one checks the others.");
    Clinic.Details checked =
        new Clinic.Details(
            text(said.name(), "/name", LONGEST_NAME, "Say the practice's name."),
            said.npi(),
            taxId(said.taxId()),
            new Clinic.Address(
                text(at.line1(), "/address_line1", LONGEST_LINE, "Say the street and number."),
                text(at.city(), "/city", LONGEST_LINE, "Say the city."),
                state,
                zipCode(at.zipCode())),
            phone(said.phone(), "/phone"),
            phone(said.fax(), "/fax"),
            zone(said.timeZone()));
    if (!faults.isEmpty()) {
      throw Problem.invalid(faults);
    }
    return checked;
  }

  /** Whether a name can be printed as it stands: not too long, and nothing in it is invisible. */
  public static boolean printable(String said, int longest) {
    return said.length() <= longest && said.codePoints().noneMatch(PracticeRules::invisible);
  }

  private String text(String said, String pointer, int longest, String missing) {
    must(!blank(said), pointer, missing);
    String stripped = blank(said) ? null : said.strip();
    must(
        stripped == null || printable(stripped, longest),
        pointer,
        "This is too long, or there is a character in it that nobody sees.");
    return stripped;
  }

  /** Control and direction characters: with them a name can look like another's. */
  private static boolean invisible(int character) {
    int type = Character.getType(character);
    return type == Character.CONTROL
        || type == Character.FORMAT
        || type == Character.UNASSIGNED
        || type == Character.PRIVATE_USE
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR;
  }

  private String taxId(String said) {
    Matcher form = TAX_ID.matcher(said == null ? "" : said.strip());
    must(form.matches(), "/tax_id", "A tax id has nine digits, like 12-3456789.");
    return form.matches() ? form.group(1) + "-" + form.group(2) : null;
  }

  private String zipCode(String said) {
    String zipCode = said == null ? "" : said.strip();
    must(
        ZIP_CODE.matcher(zipCode).matches(),
        "/zip_code",
        "A ZIP code has five digits, or nine with their dash.");
    return zipCode;
  }

  private String phone(String said, String pointer) {
    if (blank(said)) {
      return null;
    }
    Matcher form = PHONE.matcher(said.strip());
    must(form.matches(), pointer, "A number in the United States has ten digits.");
    return form.matches() ? form.group(1) + "-" + form.group(2) + "-" + form.group(3) : null;
  }

  private String zone(String said) {
    String named = blank(said) ? unsaid : said.strip();
    try {
      // Offsets like +05:00 know no summer time: a deadline would be an hour off.
      must(ZoneId.getAvailableZoneIds().contains(named), "/time_zone", "There is no such zone.");
      return ZoneId.of(named).getId();
    } catch (DateTimeException e) {
      return null;
    }
  }

  private void must(boolean holds, String pointer, String detail) {
    if (!holds && faults.stream().noneMatch(f -> f.pointer().equals(pointer))) {
      faults.add(new Fault(pointer, "form", detail));
    }
  }

  private static boolean blank(String said) {
    return said == null || said.isBlank();
  }
}
