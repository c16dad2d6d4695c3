package org.openpriorauth.coding.batch;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.openpriorauth.coding.CodeLoadService;
import org.openpriorauth.coding.CodeLoadService.Wanted;
import org.openpriorauth.coding.model.CodeEdition;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.Problem;

/** Loads a file of codes; what it came to is the job's exit status, which the console shows. */
@Named
@Dependent
public class LoadCodes extends AbstractBatchlet {
  /** Upon which the job ends as failed. */
  private static final String REFUSED = "REFUSED";

  private static final Logger LOG = System.getLogger(LoadCodes.class.getName());

  /** As much as both servers' job repositories take. */
  private static final int LONGEST = 400;

  @Inject CodeLoadService codes;
  @Inject JobContext job;
  @Inject @BatchProperty String system;
  @Inject @BatchProperty String file;
  @Inject @BatchProperty String edition;
  @Inject @BatchProperty String from;
  @Inject @BatchProperty String to;
  @Inject @BatchProperty String sample;

  @Override
  public String process() {
    try {
      CodeEdition loaded =
          codes.load(
              Caller.machine("batch", "operations:change"),
              new Wanted(
                  said(system), said(file), said(edition), said(from), said(to), said(sample)));
      job.setExitStatus(
          "%d codes of %s, edition %s, in use from %s on."
              .formatted(loaded.codes(), loaded.system().title(), loaded.name(), loaded.from()));
      return "COMPLETED";
    } catch (Problem e) {
      String why = e.code().code() + ": " + e.getMessage();
      LOG.log(Level.ERROR, why);
      job.setExitStatus(why.substring(0, Math.min(LONGEST, why.length())));
      return REFUSED;
    }
  }

  /** What was not given is empty here on one server, null on the other. */
  private static String said(String value) {
    return value == null || value.isBlank() ? null : value;
  }
}
