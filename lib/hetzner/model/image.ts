/** Image that machines boot from, as plain data. */
export type HCloudImageModel =
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'url'; readonly url: string; readonly command: string };

/** Image that machines of Hetzner Cloud boot from. */
export class HCloudImage {
  /**
   * Image of Hetzner, or a snapshot with the label `caph-image-name`, by its name.
   *
   * One name may stand for an image of each architecture, of which machines get that of their server type.
   */
  static named(name: string): HCloudImage {
    return new HCloudImage({ kind: 'name', name });
  }

  /**
   * Image from a URL, which a command puts on the machine in its rescue system. The cluster needs a `rescueKey`.
   *
   * @param command Name of the command in the folder `/shared` of the provider's pod; it begins with `image-url-command-`.
   */
  static fromUrl(url: string, command: string): HCloudImage {
    return new HCloudImage({ kind: 'url', url, command });
  }

  private constructor(
    /** Model data of the choice. */
    readonly model: HCloudImageModel,
  ) {}
}
