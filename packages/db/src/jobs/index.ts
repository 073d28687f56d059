export { executorOf } from './executor.ts';
export { installJobs } from './install-jobs.ts';
export { jobsSchema, openJobs, type Jobs, type JobsRole, type OpenJobs } from './open-jobs.ts';
export { deadMailQueue, mailQueue } from './platform-queues.ts';
