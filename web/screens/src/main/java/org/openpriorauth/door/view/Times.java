package org.openpriorauth.door.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.openpriorauth.clinic.ClinicService;

/** Times as people say them, in the clinic's own zone. */
@Named
@RequestScoped
public class Times {
  private static final DateTimeFormatter EXACT = pattern("EEE d MMM yyyy, HH:mm");
  private static final DateTimeFormatter SHORT = pattern("d MMM, HH:mm");
  private static final DateTimeFormatter DAY = pattern("EEE HH:mm");
  private static final DateTimeFormatter HOUR = pattern("HH:mm");
  private static final DateTimeFormatter DATE = pattern("d MMM yyyy");
  private static final long WEEK = 7;

  @Inject ClinicService clinics;
  @Inject CurrentPerson current;
  @Inject Clock clock;

  private ZoneId zone;

  private static DateTimeFormatter pattern(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
  }

  private ZoneId zone() {
    if (zone == null) {
      zone = ZoneId.of(clinics.current(current.caller()).details().timeZone());
    }
    return zone;
  }

  /** The first instant of a day at the clinic. */
  public Instant start(LocalDate day) {
    return day.atStartOfDay(zone()).toInstant();
  }

  public String exact(Instant at) {
    return at == null ? "" : EXACT.format(at.atZone(zone()));
  }

  public String brief(Instant at) {
    return at == null ? "" : SHORT.format(at.atZone(zone()));
  }

  /** The time of the day alone. */
  public String hour(Instant at) {
    return at == null ? "" : HOUR.format(at.atZone(zone()));
  }

  public String date(LocalDate date) {
    return date == null ? "" : DATE.format(date);
  }

  /** "3 min ago", and the date once that is clearer. */
  public String ago(Instant at) {
    if (at == null) {
      return "";
    }
    Duration since = Duration.between(at, clock.instant());
    if (since.toMinutes() < 1) {
      return "just now";
    }
    if (since.toHours() < 1) {
      return since.toMinutes() + " min ago";
    }
    return since.toDays() < 1 ? since.toHours() + " h ago" : brief(at);
  }

  /** "due Thu 14:02, 38 h left", or how late it is. */
  public String due(Instant at) {
    if (at == null) {
      return "";
    }
    Duration left = Duration.between(clock.instant(), at);
    String day =
        left.abs().toDays() < WEEK
            ? DAY.format(at.atZone(zone()))
            : SHORT.format(at.atZone(zone()));
    return left.isNegative()
        ? "was due %s, %s late".formatted(day, length(left.negated()))
        : "due %s, %s left".formatted(day, length(left));
  }

  public boolean late(Instant at) {
    return at != null && clock.instant().isAfter(at);
  }

  /** "45 min", "38 h" or "6 days". */
  public String length(Duration of) {
    if (of.toHours() < 1) {
      return Math.max(1, of.toMinutes()) + " min";
    }
    return of.toHours() <= 72 ? of.toHours() + " h" : of.toDays() + " days";
  }

  /** "24 min", one that has begun counted whole. */
  public String minutes(long seconds) {
    return Math.max(1, (seconds + 59) / 60) + " min";
  }

  public String between(Instant from, Instant to) {
    return from == null || to == null ? "" : length(Duration.between(from, to));
  }

  public String since(Instant from) {
    return from == null ? "" : length(Duration.between(from, clock.instant()));
  }
}
