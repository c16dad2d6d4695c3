package org.openpriorauth.chart;

import java.util.Optional;
import org.openpriorauth.kernel.Problem;

/** What looks an upload through before anything of it is kept. */
public interface VirusScanner {
  /**
   * @return what was found, in the scanner's word, or nothing; also nothing where the site has none
   * @throws Problem SCANNER_AWAY if a scanner is set up and does not say that the content is clean
   */
  Optional<String> find(byte[] content);
}
