import { type Asset, cssType, type HashedFiles, hashedFiles, scriptType } from './hashed-files.ts';
import { staffScript } from './staff-script.ts';
import { staffStylesheet } from './staff-stylesheet.ts';

let made: HashedFiles | undefined;

const all = (): HashedFiles => {
  made ??= hashedFiles([
    ['staff.css', { body: staffStylesheet(), contentType: cssType }],
    ['staff.js', { body: staffScript(), contentType: scriptType }],
  ]);
  return made;
};

/** The path of a file of the staff site: `staff.css` is `/assets/staff-3f0a….css`. @throws RangeError for one that is not there */
export const staffAssetUrl = (name: 'staff.css' | 'staff.js'): string => {
  const url = all().urls.get(name);
  if (url === undefined) throw new RangeError(`There is no ${name}`);
  return url;
};

/** A file of the staff site by its name in `/assets/`, or undefined where there is none. */
export const staffAsset = (file: string): Asset | undefined => {
  const { files } = all();
  return Object.hasOwn(files, file) ? files[file] : undefined;
};
