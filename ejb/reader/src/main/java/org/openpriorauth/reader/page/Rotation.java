package org.openpriorauth.reader.page;

/** A clockwise turn by quarters. */
public enum Rotation {
  /** None. */
  NONE(0),
  /** A quarter, clockwise. */
  QUARTER(90),
  /** Upside down. */
  HALF(180),
  /** A quarter, counter-clockwise. */
  THREE_QUARTERS(270);

  private final int degrees;

  Rotation(int degrees) {
    this.degrees = degrees;
  }

  /**
   * The turn by so many degrees.
   *
   * @throws IllegalArgumentException if it is no multiple of 90
   */
  public static Rotation ofDegrees(int degrees) {
    if (degrees % 90 != 0) {
      throw new IllegalArgumentException("A rotation is a multiple of 90 degrees.");
    }
    return values()[Math.floorMod(degrees / 90, 4)];
  }

  /** 0, 90, 180 or 270. */
  public int degrees() {
    return degrees;
  }

  /** Whether width and height change places. */
  public boolean swapsSides() {
    return this == QUARTER || this == THREE_QUARTERS;
  }

  /** This turn and then another. */
  public Rotation then(Rotation next) {
    return ofDegrees(degrees + next.degrees);
  }

  /** Where a box lies after the page was turned. */
  public Box turn(Box box) {
    return switch (this) {
      case NONE -> box;
      case QUARTER -> new Box(1 - box.bottom(), box.x(), box.height(), box.width());
      case HALF -> new Box(1 - box.right(), 1 - box.bottom(), box.width(), box.height());
      case THREE_QUARTERS -> new Box(box.y(), 1 - box.right(), box.height(), box.width());
    };
  }
}
