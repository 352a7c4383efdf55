/** Image that machines boot from, as plain data. */
export type HCloudImageModel =
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'url'; readonly url: string; readonly command: string };

/** Image that Hetzner Cloud machines boot from. */
export class HCloudImage {
  /**
   * Uses a Hetzner image, or a snapshot with the label `caph-image-name`, by name.
   *
   * One name can stand for an image of each architecture. Machines get the image for their server type.
   */
  static fromName(name: string): HCloudImage {
    return new HCloudImage({ kind: 'name', name });
  }

  /**
   * Uses an image from a URL, which a command installs in the rescue system of the machine. The cluster needs a `rescueKey`.
   *
   * @param command Name of the command in the folder `/shared` of the provider's pod. It starts with `image-url-command-`.
   */
  static fromUrl(url: string, command: string): HCloudImage {
    return new HCloudImage({ kind: 'url', url, command });
  }

  /** @deprecated Use {@link HCloudImage.fromName}. */
  static named(name: string): HCloudImage {
    return HCloudImage.fromName(name);
  }

  private constructor(
    /** Model of the choice. */
    readonly model: HCloudImageModel,
  ) {}
}
