package org.openpriorauth.coding.file;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openpriorauth.coding.CodeLayout;
import org.openpriorauth.coding.CodesRefused;
import org.openpriorauth.coding.model.CodeSystem;
import org.openpriorauth.coding.model.MedicalCode;

/**
 * ICD-10-CM as CDC and CMS publish it, {@code icd10cm-order-YYYY.txt}: order number in 1 to 5, code
 * without its point in 7 to 13, 0 for a heading or 1 in 15, short description in 17 to 76, long
 * description from 78 on.
 */
@ApplicationScoped
public class OrderFile implements CodeLayout {
  private static final Pattern LINE =
      Pattern.compile("(\\d{5}) ([A-Z0-9]{3,7}) {1,5}([01]) (.{60}) (\\S.*)");

  private static final int FLAG = 14;
  private static final int CATEGORY = 3;

  @Override
  public CodeSystem system() {
    return CodeSystem.ICD10CM;
  }

  @Override
  public List<MedicalCode> read(List<String> lines) {
    List<MedicalCode> codes = new ArrayList<>(lines.size());
    int before = 0;
    for (int i = 0; i < lines.size(); i++) {
      Matcher line = LINE.matcher(lines.get(i));
      if (!line.matches() || line.start(CATEGORY) != FLAG) {
        throw CodesRefused.at(
            i + 1,
            "not of the order file (icd10cm-order-YYYY.txt): order number in columns 1 to 5, code in"
                + " 7 to 13, 0 or 1 in 15, descriptions from 17 and from 78 on.");
      }
      int number = Integer.parseInt(line.group(1));
      if (number <= before) {
        throw CodesRefused.at(i + 1, "the order numbers do not rise: lines are missing or mixed.");
      }
      before = number;
      codes.add(
          new MedicalCode(
              pointed(line.group(2)),
              line.group(CATEGORY).equals("1"),
              line.group(4).strip(),
              line.group(5).strip(),
              null,
              null));
    }
    return codes;
  }

  private static String pointed(String code) {
    return code.length() == CATEGORY
        ? code
        : code.substring(0, CATEGORY) + "." + code.substring(CATEGORY);
  }
}
