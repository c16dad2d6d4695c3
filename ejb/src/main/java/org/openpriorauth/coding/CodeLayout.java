package org.openpriorauth.coding;

import java.util.List;
import org.openpriorauth.coding.model.CodeSystem;
import org.openpriorauth.coding.model.MedicalCode;

/** How a code set comes as a file. */
public interface CodeLayout {
  CodeSystem system();

  /**
   * @throws org.openpriorauth.kernel.Problem CODES_REFUSED with the line's number and without its
   *     words, at the first line that is none of this layout
   */
  List<MedicalCode> read(List<String> lines);
}
