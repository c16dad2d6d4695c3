package org.openpriorauth.operations.batch;

import jakarta.batch.operations.JobOperator;
import jakarta.batch.operations.NoSuchJobExecutionException;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.batch.runtime.JobExecution;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.ErrorCode;
import org.openpriorauth.kernel.Problem;
import org.openpriorauth.kernel.Requires;
import org.openpriorauth.operations.JobConsole;

/**
 * Starts and watches jobs through Jakarta Batch, outside any transaction, from the module that
 * holds them: a look-up across modules of the EAR fails on WildFly.
 */
@Stateless
@Local(JobConsole.class)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class BatchConsole implements JobConsole {
  private static final String LOAD_CODES = "load-codes";
  private static final String ROTATE_NOW = "rotate-keys-now";
  private static final List<String> JOBS =
      List.of(
          "find-alerts",
          LOAD_CODES,
          "move-documents",
          "poll",
          "refit",
          "retention",
          "rotate-keys",
          ROTATE_NOW,
          "run-checks",
          "seal-audit",
          "verify-audit");

  /** What may be said to a job that asks for more than to be started. */
  private static final Map<String, Set<String>> PARAMETERS =
      Map.of(LOAD_CODES, Set.of("system", "file", "edition", "from", "to", "sample"));

  /** As much as both servers' job repositories keep of a value. */
  private static final int LONGEST = 100;

  @Override
  @Requires(value = "operations:read", clinic = false)
  public List<String> jobs(Caller caller) {
    return JOBS;
  }

  @Override
  @Requires(value = "operations:change", clinic = false)
  public Execution start(Caller caller, String job, Map<String, String> parameters) {
    if (!JOBS.contains(job)) {
      throw Problem.of(ErrorCode.JOB_UNKNOWN);
    }
    JobOperator operator = BatchRuntime.getJobOperator();
    Properties said = said(job, parameters);
    if (job.equals(ROTATE_NOW)) {
      said.setProperty("now", "true");
      return view(operator, operator.start("rotate-keys", said));
    }
    return view(operator, operator.start(job, said));
  }

  private static Properties said(String job, Map<String, String> parameters) {
    Properties said = new Properties();
    parameters.forEach(
        (name, value) -> {
          if (!PARAMETERS.getOrDefault(job, Set.of()).contains(name)) {
            throw Problem.invalid("", "unknown", "The job takes no such parameter.");
          }
          if (!value.matches("[\\x20-\\x7e]{1," + LONGEST + "}")) {
            throw Problem.invalid("/" + name, "form", "Up to " + LONGEST + " plain characters.");
          }
          said.setProperty(name, value);
        });
    return said;
  }

  @Override
  @Requires(value = "operations:read", clinic = false)
  public Execution execution(Caller caller, long id) {
    try {
      return view(BatchRuntime.getJobOperator(), id);
    } catch (NoSuchJobExecutionException e) {
      throw Problem.of(ErrorCode.EXECUTION_NOT_FOUND);
    }
  }

  private static Execution view(JobOperator operator, long id) {
    JobExecution execution = operator.getJobExecution(id);
    Map<String, Long> counts = new TreeMap<>();
    operator
        .getStepExecutions(id)
        .forEach(
            step -> {
              for (var metric : step.getMetrics()) {
                counts.put(step.getStepName() + "." + metric.getType(), metric.getValue());
              }
            });
    String status = execution.getBatchStatus().name();
    String said = execution.getExitStatus();
    return new Execution(
        id, execution.getJobName(), status, status.equals(said) ? null : said, counts);
  }
}
