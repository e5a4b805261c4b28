// The Node door: capture files and standard input as chunks for `analyze`.
export { captureChunks, CaptureFileError, fileChunks, stdinChunks } from './file-source.ts';
export { gunzipChunks } from './gunzip.ts';
