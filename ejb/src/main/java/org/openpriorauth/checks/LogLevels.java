package org.openpriorauth.checks;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Timeout;
import jakarta.ejb.Timer;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Log levels that are raised for a while, on this server. A timer sets each back; so does the end
 * of the application, whose loggers the server keeps.
 */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class LogLevels {
  private static final String OURS = "org.openpriorauth.";

  @Resource TimerService timers;
  @Inject Clock clock;

  private final Map<String, Raised> raised = new TreeMap<>();

  /** The logger is held, so that its level stays. */
  private record Raised(Logger logger, Level before, Instant until) {}

  /** Raises an area's level, or lets it be raised until another time. */
  @Lock(LockType.WRITE)
  public void raise(String area, Instant until) {
    Raised already = raised.get(area);
    Logger logger = already == null ? Logger.getLogger(OURS + area) : already.logger();
    Level before = already == null ? logger.getLevel() : already.before();
    raised.put(area, new Raised(logger, before, until));
    logger.setLevel(Level.FINE);
    timers.createSingleActionTimer(Date.from(until), new TimerConfig(area, false));
  }

  /** Areas and until when. */
  @Lock(LockType.READ)
  public Map<String, Instant> all() {
    Map<String, Instant> all = new TreeMap<>();
    raised.forEach((area, one) -> all.put(area, one.until()));
    return all;
  }

  /** An earlier timer of an area whose time was prolonged finds that it is not its turn. */
  @Timeout
  @Lock(LockType.WRITE)
  void over(Timer timer) {
    String area = (String) timer.getInfo();
    Raised one = raised.get(area);
    if (one != null && !one.until().isAfter(clock.instant())) {
      raised.remove(area);
      one.logger().setLevel(one.before());
    }
  }

  @PreDestroy
  void resetAll() {
    raised.values().forEach(one -> one.logger().setLevel(one.before()));
    raised.clear();
  }
}
