package org.openpriorauth.reader.office;

import org.openpriorauth.reader.document.Failure;

/** What holds inside of one group of an RTF; a group in it begins with a copy. */
final class RtfGroup {
  /** Where text goes. */
  enum Into {
    TEXT,
    NOWHERE,
    FONTS,
    INSTRUCTION,
    MARKER
  }

  Into into = Into.TEXT;
  RtfStory story;
  int font;
  int fallback = 1;
  boolean hidden;
  boolean deleted;
  boolean caps;
  boolean bold;

  /** Whether the group has said nothing yet: only then a word can make it a destination. */
  boolean fresh = true;

  /** Whether what it is may be ignored by who does not know it. */
  boolean optional;

  /** What is done at the end of a group. */
  interface End {
    void end() throws Failure;
  }

  /** What is to be done at its end, or null. */
  End end;

  RtfGroup copy() {
    RtfGroup copy = new RtfGroup();
    copy.into = into;
    copy.story = story;
    copy.font = font;
    copy.fallback = fallback;
    copy.hidden = hidden;
    copy.deleted = deleted;
    copy.caps = caps;
    copy.bold = bold;
    return copy;
  }

  /** Back to plain text. */
  void plain() {
    hidden = false;
    deleted = false;
    caps = false;
    bold = false;
  }

  boolean seen() {
    return into == Into.TEXT && !hidden && !deleted;
  }
}
