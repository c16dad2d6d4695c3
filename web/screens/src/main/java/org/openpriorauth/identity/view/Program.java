package org.openpriorauth.identity.view;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a person calls the program behind a {@code User-Agent}: good enough to recognise one's own.
 */
final class Program {
  /** In this order: each but the last also names those below it. */
  private static final Map<String, String> BROWSERS = new LinkedHashMap<>();

  private static final Map<String, String> SYSTEMS = new LinkedHashMap<>();

  static {
    BROWSERS.put("Edg/", "Edge");
    BROWSERS.put("OPR/", "Opera");
    BROWSERS.put("Firefox/", "Firefox");
    BROWSERS.put("Chrome/", "Chrome");
    BROWSERS.put("Safari/", "Safari");
    SYSTEMS.put("iPhone", "iPhone");
    SYSTEMS.put("iPad", "iPad");
    SYSTEMS.put("Android", "Android");
    SYSTEMS.put("Windows", "Windows");
    SYSTEMS.put("Mac OS X", "a Mac");
    SYSTEMS.put("Linux", "Linux");
  }

  private Program() {}

  static String name(String agent) {
    if (agent == null || agent.isBlank()) {
      return "A program without a name";
    }
    String browser = first(BROWSERS, agent);
    String system = first(SYSTEMS, agent);
    if (browser == null) {
      return agent.split("[\\s(;]", 2)[0];
    }
    return system == null ? browser : browser + " on " + system;
  }

  private static String first(Map<String, String> names, String agent) {
    return names.entrySet().stream()
        .filter(name -> agent.contains(name.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(null);
  }
}
