package org.openpriorauth.checks;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import org.openpriorauth.checks.CheckRecord.Letterhead;
import org.openpriorauth.checks.CheckReport.Kind;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.Problem;
import org.openpriorauth.kernel.Requires;

/** The checks as they are now, as a file. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CheckReportService {
  @Inject CheckService checks;
  @Inject CheckRecord record;
  @Inject CheckReportWriter writer;
  @Inject Clock clock;

  /**
   * @param kind security or hipaa
   * @return a PDF
   * @throws Problem INVALID at {@code /kind}
   */
  @Requires("checks:read")
  public byte[] pdf(Caller caller, String kind) {
    Kind wanted =
        Kind.of(kind)
            .orElseThrow(
                () -> Problem.invalid("/kind", "unknown", "A report is security or hipaa."));
    List<Result> results = checks.look(caller);
    Letterhead head = record.report(caller, wanted);
    return writer.write(
        new CheckReport(wanted, head.clinic(), clock.instant().atZone(head.zone()), results));
  }
}
