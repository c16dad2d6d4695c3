package org.openpriorauth.checks;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openpriorauth.checks.Result.Before;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.Requires;

/** The checks, looked at now. Without a transaction: they ask others than the database. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CheckService {
  @Inject Checks checks;
  @Inject CheckRecord record;
  @Resource ManagedThreadFactory threads;

  /**
   * Those whose facts the caller may see, beside how they came out in the last nightly run; answers
   * within the time that a round has.
   */
  @Requires("checks:read")
  public List<Result> look(Caller caller) {
    List<Result> now = checks.look(caller, topic -> caller.may(topic.needs()), threads);
    Map<String, Before> before = new HashMap<>(record.last(caller));
    if (caller.may(Topic.DATABASE.needs())) {
      before.putAll(record.lastOfInstallation(caller));
    }
    return now.stream()
        .map(r -> new Result(r.topic(), r.finding(), r.at(), before.get(r.topic().word())))
        .toList();
  }
}
