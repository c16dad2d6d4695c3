package org.openpriorauth.coding.file;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.openpriorauth.coding.CodeLayout;
import org.openpriorauth.coding.CodesRefused;
import org.openpriorauth.coding.model.CodeSystem;
import org.openpriorauth.coding.model.MedicalCode;

/**
 * CPT as who has the licence takes it out of the licensed files: on each line a code, a tab and its
 * description.
 */
@ApplicationScoped
public class TabbedFile implements CodeLayout {
  @Override
  public CodeSystem system() {
    return CodeSystem.CPT;
  }

  @Override
  public List<MedicalCode> read(List<String> lines) {
    List<MedicalCode> codes = new ArrayList<>(lines.size());
    for (int i = 0; i < lines.size(); i++) {
      String[] parts = lines.get(i).split("\t", -1);
      if (parts.length != 2 || !system().wellFormed(parts[0]) || parts[1].isBlank()) {
        throw CodesRefused.at(i + 1, "a code of five characters, one tab and a description.");
      }
      String description = parts[1].strip();
      codes.add(new MedicalCode(parts[0], true, description, description, null, null));
    }
    return codes;
  }
}
