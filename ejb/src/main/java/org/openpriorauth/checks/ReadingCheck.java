package org.openpriorauth.checks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import org.openpriorauth.calibration.CalibrationService;
import org.openpriorauth.calibration.Fit;
import org.openpriorauth.kernel.Caller;

/** Whether what the reading claims of its certainty holds where people looked. */
@ApplicationScoped
public class ReadingCheck implements Check {
  private static final double MOST = 0.05;

  @Inject CalibrationService calibrations;

  @Override
  public Topic topic() {
    return Topic.READING;
  }

  @Override
  public Finding look(Caller caller) {
    return judge(calibrations.rolling(caller));
  }

  static Finding judge(CalibrationService.Rolling rolling) {
    if (rolling.n() < Fit.LEAST) {
      return Finding.pass(
          "%d of the fields that people looked at of late had a certainty; below %d nothing is judged."
              .formatted(rolling.n(), Fit.LEAST));
    }
    String found =
        String.format(
            Locale.ROOT,
            "Where people looked at %d fields, the stated certainty was off by %.3f.",
            rolling.n(),
            rolling.error());
    return rolling.error() > MOST
        ? Finding.warn(
            found,
            "A sender may have changed its forms. Raise the certainty from which fields are used"
                + " unseen, under Practice, until the nightly job has learned from the review.")
        : Finding.pass(found);
  }
}
